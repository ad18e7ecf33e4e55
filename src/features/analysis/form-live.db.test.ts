import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#kernel/actor.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addCitation, removeCitation } from './citation.commands.server.ts';
import { addFinding } from './finding.commands.server.ts';
import { changedEntries, entriesFor } from './form-live.queries.server.ts';
import { closeSilentRound, openSilentRound } from './silent-round.commands.server.ts';

let world: World;
let leader: Member;
let worker: Member;
let colleague: Member;
let findingId: string;
beforeAll(async () => {
	world = await testWorld();
	({ process_manager: leader, professional: worker } = world.home.members);
	colleague = await world.addMember(world.home, 'professional', worker.organisationId);
	({ id: findingId } = await write('Er is weinig te doen.'));
});

const trajectoryId = () => world.home.trajectoryId;
const write = (text: string, by = worker) =>
	world.kernel.run(by, addFinding, {
		...{ trajectoryId: trajectoryId(), kind: 'risk', text, themes: ['sport'] },
	});
const tell = (others: Member[], findings: string[]) =>
	world.kernel.ask(worker, entriesFor(others), { trajectoryId: trajectoryId(), findings });

it('one reading is shared by listeners of one organisation, and by nobody else', async () => {
	const { sameFor, delta } = await tell([colleague, leader], [findingId]);
	expect(sameFor).toEqual([colleague]);
	expect(delta.findings.map(({ text }) => text)).toEqual(['Er is weinig te doen.']);
});

it('nothing is shared while a silent round is open', async () => {
	const round = await world.kernel.run(leader, openSilentRound, { trajectoryId: trajectoryId() });
	const { id } = await write('Stil.');
	const { sameFor, delta } = await tell([colleague], [id, findingId]);
	expect(sameFor).toEqual([]);
	expect(delta.findings).toHaveLength(2);
	const other = await world.kernel.ask(colleague, changedEntries, {
		...{ trajectoryId: trajectoryId(), findings: [id, findingId] },
	});
	expect(other.delta).toMatchObject({ gone: [id], findings: [{ id: findingId }] });
	await world.kernel.run(leader, closeSilentRound, { silentRoundId: round.id });
	expect((await tell([colleague], [id])).sameFor).toEqual([colleague]);
});

it('whose session ended is not told by somebody else', async () => {
	const digest = 'ab'.repeat(32);
	await sqlAsOwner(
		world.database.owner,
		`INSERT INTO session (municipality_id, digest, membership_id, kind, created_at, expires_at)
		 VALUES ($1, decode($2, 'hex'), $3, 'browser', $4, $4::timestamptz + interval '1 day')`,
		[colleague.municipalityId, digest, colleague.membershipId, world.clock.now()],
	);
	const signedIn = { ...colleague, session: digest };
	const promoted = { ...signedIn, role: 'process_manager' };
	expect((await tell([signedIn, promoted], [findingId])).sameFor).toEqual([signedIn]);
	await sqlAsOwner(world.database.owner, 'UPDATE session SET ended_at = $1', [world.clock.now()]);
	expect((await tell([signedIn], [findingId])).sameFor).toEqual([]);
});

it('of what the form reads, row-level security looks at the person in silent rounds only', async () => {
	const looksAtPerson = await sqlAsOwner(
		world.database.owner,
		`SELECT tablename, policyname FROM pg_policies
		 WHERE coalesce(qual, '') ~ 'app_membership' AND cmd IN ('SELECT', 'ALL')
			AND tablename IN ('finding', 'citation', 'evidence', 'provision', 'knowledge_need', 'organisation',
				'counterweight', 'finding_question', 'trajectory', 'participant')
		 ORDER BY tablename`,
		[],
	);
	expect(looksAtPerson).toEqual(
		['finding', 'knowledge_need', 'provision'].map((tablename) => ({
			...{ tablename, policyname: 'silence' },
		})),
	);
});

it('a source that changed touches the findings that rest on it', async () => {
	const evidenceId = crypto.randomUUID();
	await sqlAsOwner(
		world.database.owner,
		`INSERT INTO evidence (municipality_id, id, trajectory_id, kind, title, place, visibility, organisation_id, details, created_at, happened_at, themes)
		 VALUES ($1, $2, $3, 'document', 'Verslag', '', 'organisation', $4, '{}', $5, $5, '{}')`,
		[worker.municipalityId, evidenceId, trajectoryId(), worker.organisationId, world.clock.now()],
	);
	await world.kernel.run(worker, addCitation, { findingId, evidenceId, note: '' });
	expect(world.changes.at(-1)).toMatchObject({ touched: [{ thing: 'finding', id: findingId }] });
	const input = { trajectoryId: trajectoryId(), evidence: [evidenceId] };
	const own = await world.kernel.ask(worker, changedEntries, input);
	expect(own.delta.findings).toMatchObject([{ id: findingId, sources: [evidenceId] }]);
	const other = await world.kernel.ask(leader, changedEntries, input);
	expect(other.delta.findings).toMatchObject([{ sources: [], hiddenSources: 1 }]);
	expect(other.delta.sources).toEqual([]);
	await world.kernel.run(worker, removeCitation, { findingId, evidenceId });
	expect(world.changes.at(-1)?.touched).toEqual([{ thing: 'finding', id: findingId }]);
});
