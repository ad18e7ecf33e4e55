import { beforeEach, describe, expect, it } from 'vitest';
import {
	addObservation,
	changeObservation,
} from '#features/lifeworld/observation.commands.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { freezeReport } from '#features/report/report-version.commands.server.ts';
import type { Member } from '#kernel/actor.ts';
import type { Failure } from '#kernel/failure.ts';
import { asOwner } from '#server/database/owner.ts';
import { placesOfText } from '#tests/support/places-of-text.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testMoment, testWorld } from '#tests/support/world.ts';
import { eraseContribution, takeBack } from './contribution.commands.server.ts';
import { listContributions } from './contribution.queries.server.ts';
import { clearPastPeriod } from './retention-job.server.ts';
import { carryOutRetention, setPeriod } from './retention.commands.server.ts';
import { readRetention } from './retention.queries.server.ts';

const world = await testWorld();
const { home, elsewhere, kernel } = world;
const { owner } = world.database;
const { professional, administrator, process_manager, resident_representative } = home.members;
const { trajectoryId } = home;

const mark = 'Zwaluwstaartverbinding';
const first = `${mark}: op de hoek staan 's avonds groepjes jongeren.`;
const later = `${mark}: op de hoek staan "altijd" groepjes jongeren en ouderen.`;

async function handIn(who: Member = professional, visibility = 'participants'): Promise<string> {
	const input = { trajectoryId, place: `Plein ${mark}`, seen: first, visibility };
	const { id: evidenceId } = await kernel.run(who, addObservation, input);
	await kernel.run(who, changeObservation, { evidenceId, version: 1, place: `Plein ${mark}`, seen: later }); // prettier-ignore
	return evidenceId;
}

const placesOf = (text: string) => placesOfText(owner, text);

const codeOf = (doing: Promise<unknown>) =>
	doing.then(
		() => 'done',
		(failure: unknown) => (failure as Failure).code,
	);

async function age(evidenceId: string, months: number): Promise<void> {
	await asOwner(owner, (tx) =>
		tx
			.updateTable('evidence')
			.set({ created_at: monthsAgo(months) })
			.where('id', '=', evidenceId)
			.execute(),
	);
}

function monthsAgo(months: number): Date {
	const moment = new Date(testMoment);
	moment.setUTCMonth(moment.getUTCMonth() - months);
	return moment;
}

beforeEach(async () => {
	await asOwner(owner, async (tx) => {
		await tx.deleteFrom('retention_period').execute();
		await tx.deleteFrom('removal').execute();
	});
});

describe('erasing', () => {
	it('leaves the text nowhere in the database, and what rested on it says that its source is gone', async () => {
		const evidenceId = await handIn();
		await kernel.run(process_manager, freezeReport, {
			trajectoryId,
			name: 'Versie',
			visibility: 'participants',
		});
		await asOwner(owner, (tx) =>
			tx
				.insertInto('mail')
				.values({
					municipality_id: home.id,
					id: evidenceId,
					recipient: 'iemand@voorbeeld.invalid',
					subject: 'Wat er met uw signaal gebeurt',
					body: `U schreef: ${first}`,
					created_at: world.clock.now(),
					expires_at: world.clock.now(),
					send_after: world.clock.now(),
				})
				.execute(),
		);
		await asOwner(owner, (tx) =>
			tx
				.insertInto('signal_post')
				.values({
					municipality_id: home.id,
					id: evidenceId,
					trajectory_id: trajectoryId,
					about: 'place',
					text: first,
					language: 'nl',
					follow_digest: Buffer.from('volgen'),
					state: 'let_in',
					created_at: world.clock.now(),
				})
				.execute(),
		);
		expect(await placesOf(mark)).toEqual(
			expect.arrayContaining(['evidence.details', 'evidence.title', 'kept_version.content', 'mail.body']),
		); // prettier-ignore
		await kernel.run(professional, eraseContribution, { evidenceId, version: 2, sure: true });
		expect(await placesOf(mark)).toEqual([]);
		const source = await kernel.ask(process_manager, readEvidence, { evidenceId });
		expect(source).toMatchObject({ title: '', details: {}, may: { change: false, cite: false } });
		expect(source.withdrawnAt).not.toBeNull();
	});

	it('blots it out of frozen versions of the report that listed it', async () => {
		const evidenceId = await handIn();
		const model = JSON.stringify({ blocks: [{ text: `Bron: ${later}` }] });
		await asOwner(owner, async (tx) => {
			const version = { municipality_id: home.id, id: evidenceId, trajectory_id: trajectoryId, name: 'Oud', frozen_at: world.clock.now(), organisation_name: 'Gemeente', role: 'process_manager' }; // prettier-ignore
			await tx.insertInto('report_version').values(version).execute();
			const document = { municipality_id: home.id, report_version_id: evidenceId, document: 'report', language: 'nl', audience: 'participants', model, checksum: '0'.repeat(64) }; // prettier-ignore
			await tx.insertInto('report_version_document').values(document).execute();
		});
		await kernel.run(professional, eraseContribution, { evidenceId, version: 2, sure: true });
		expect(await placesOf(mark)).toEqual([]);
		const [row] = await sqlAsOwner<{ model: string; checksum: string }>(
			owner,
			'SELECT model::text, checksum FROM report_version_document WHERE report_version_id = $1',
			[evidenceId],
		);
		expect(JSON.parse(row!.model)).toEqual({ blocks: [{ text: 'Bron: ▇▇▇' }] });
		expect(row!.checksum).not.toBe('0'.repeat(64));
	});

	it('is for the author and the administrator, and asks for a tick', async () => {
		const evidenceId = await handIn(professional, 'organisation');
		const input = { evidenceId, version: 2, sure: true };
		expect(await codeOf(kernel.run(process_manager, eraseContribution, input))).toBe('not_found');
		expect(await codeOf(kernel.run(professional, eraseContribution, { ...input, sure: false }))).toBe('input.invalid'); // prettier-ignore
		expect(await codeOf(kernel.run(administrator, eraseContribution, { ...input, version: 1 }))).toBe('changed_meanwhile'); // prettier-ignore
		expect(await codeOf(kernel.run(administrator, eraseContribution, input))).toBe('done');
		expect(await codeOf(kernel.run(administrator, eraseContribution, { ...input, version: 3 }))).toBe('erased.already'); // prettier-ignore
	});

	it('cannot be undone: what was erased is not put back', async () => {
		const evidenceId = await handIn();
		await kernel.run(professional, eraseContribution, { evidenceId, version: 2, sure: true });
		const { restoreEvidence } = await import('#features/evidence/evidence.commands.server.ts');
		expect(await codeOf(kernel.run(professional, restoreEvidence, { evidenceId, version: 3 }))).toBe('erased.already'); // prettier-ignore
	});
});

describe('what one handed in', () => {
	it('is listed over all organisations and taken back by its author alone', async () => {
		const evidenceId = await handIn(professional, 'organisation');
		const mine = await kernel.ask(professional, listContributions, {});
		expect(mine.items[0]).toMatchObject({ id: evidenceId, visibility: 'organisation', uses: 0 });
		const others = await kernel.ask(resident_representative, listContributions, {});
		expect(others.items.map(({ id }) => id)).not.toContain(evidenceId);
		const input = { evidenceId, version: 2, reason: '' };
		expect(await codeOf(kernel.run(process_manager, takeBack, input))).toBe('not_found');
		expect(await codeOf(kernel.run(professional, takeBack, input))).toBe('done');
		const [now] = (await kernel.ask(professional, listContributions, {})).items;
		expect(now).toMatchObject({ id: evidenceId, withdrawnAt: world.clock.now() });
	});
});

describe('the job', () => {
	const log = async () => (await kernel.ask(administrator, readRetention, {})).removals;

	it('erases what is past its period and nothing else, and logs how many without a text', async () => {
		const old = await handIn();
		const hidden = await handIn(professional, 'organisation');
		const young = await handIn();
		await age(old, 61);
		await age(hidden, 61);
		await age(young, 59);
		await clearPastPeriod(kernel, home.id);
		expect(await log()).toEqual([
			expect.objectContaining({ kind: 'observation', cause: 'period', months: 60, count: 2 }),
		]);
		const titles = await sqlAsOwner<{ id: string; title: string }>(
			owner,
			'SELECT id, title FROM evidence WHERE id = ANY($1)',
			[[old, hidden, young]],
		);
		expect(titles.filter(({ title }) => title !== '').map(({ id }) => id)).toEqual([young]);
		await clearPastPeriod(kernel, home.id);
		expect(await log()).toHaveLength(1);
	});

	it('follows the period that an administrator set, in that municipality only', async () => {
		const mine = await handIn();
		const theirs = await kernel.run(elsewhere.members.professional, addObservation, {
			trajectoryId: elsewhere.trajectoryId,
			place: 'Elders',
			seen: 'Elders is het rustig op straat.',
		});
		await age(mine, 13);
		await age(theirs.id, 13);
		const period = {
			kind: 'observation',
			months: 12,
			reason: 'Besluit van het college',
			version: 0,
		};
		expect(await codeOf(kernel.run(process_manager, setPeriod, period))).toBe('role_not_allowed');
		await kernel.run(administrator, setPeriod, period);
		expect(await codeOf(kernel.run(administrator, setPeriod, period))).toBe('changed_meanwhile');
		await clearPastPeriod(kernel, home.id);
		await clearPastPeriod(kernel, elsewhere.id);
		const left = await sqlAsOwner<{ id: string }>(
			owner,
			'SELECT id FROM evidence WHERE id = ANY($1) AND erased_at IS NULL',
			[[mine, theirs.id]],
		);
		expect(left.map(({ id }) => id)).toEqual([theirs.id]);
	});

	it('empties what residents handed in and nobody let in', async () => {
		const id = '01900000-0000-7000-8000-000000000001';
		const post = { municipality_id: home.id, id, trajectory_id: trajectoryId, about: 'place', text: first, language: 'nl', follow_digest: Buffer.from('oud'), created_at: monthsAgo(37) }; // prettier-ignore
		await asOwner(owner, (tx) => tx.insertInto('signal_post').values(post).execute());
		await clearPastPeriod(kernel, home.id);
		expect(await log()).toEqual([expect.objectContaining({ kind: 'signal', count: 1 })]);
		const sql = 'SELECT text FROM signal_post WHERE id = $1';
		expect(await sqlAsOwner(owner, sql, [id])).toEqual([{ text: '' }]);
	});

	it('empties old minutes of the core group; that there was a meeting stays', async () => {
		const meeting = { municipality_id: home.id, trajectory_id: trajectoryId, state: 'closed', closed_at: monthsAgo(121), created_at: monthsAgo(121) }; // prettier-ignore
		const said = { decisions: mark, notes: mark, other_points: mark, others_present: mark };
		const idOf = (months: number) => `01900000-0000-7000-8000-${String(months).padStart(12, '0')}`;
		const held = (months: number) => ({
			...meeting,
			...said,
			id: idOf(months),
			held_on: monthsAgo(months).toISOString().slice(0, 10),
		});
		await asOwner(owner, async (tx) => {
			await tx
				.insertInto('core_meeting')
				.values([held(121), held(119)])
				.execute();
			await tx.updateTable('core_meeting').set({ version: 2 }).where('id', 'in', [idOf(121), idOf(119)]).execute(); // prettier-ignore
		});
		await clearPastPeriod(kernel, home.id);
		expect(await log()).toEqual([expect.objectContaining({ kind: 'meeting', count: 1 })]);
		const left = await sqlAsOwner<object>(
			owner,
			`SELECT m.id, decisions, notes, other_points, others_present, (SELECT count(*)::integer FROM kept_version k WHERE k.id = m.id) AS versions
			FROM core_meeting m WHERE m.id = ANY ($1) ORDER BY held_on`,
			[[idOf(121), idOf(119)]],
		);
		const empty = { decisions: '', notes: '', other_points: '', others_present: '' };
		expect(left).toEqual([
			{ id: idOf(121), ...empty, versions: 0 },
			{ id: idOf(119), ...said, versions: 1 },
		]);
		await clearPastPeriod(kernel, home.id);
		expect(await log()).toHaveLength(1);
	});

	it('removes withdrawn sources, former versions, old sessions and old receipts after their own periods', async () => {
		const evidenceId = await handIn();
		await kernel.run(professional, takeBack, { evidenceId, version: 2, reason: '' });
		const other = await handIn();
		await asOwner(owner, async (tx) => {
			await tx.updateTable('evidence').set({ withdrawn_at: monthsAgo(7) }).where('id', '=', evidenceId).execute(); // prettier-ignore
			await tx.updateTable('kept_version').set({ kept_at: monthsAgo(25) }).where('id', '=', other).execute(); // prettier-ignore
			await tx.updateTable('command_record').set({ at: monthsAgo(85) }).where('command', '=', 'trajectory.start').execute(); // prettier-ignore
			const session = { municipality_id: home.id, digest: Buffer.from('oud'), membership_id: professional.membershipId, kind: 'browser', created_at: monthsAgo(20), expires_at: monthsAgo(19) }; // prettier-ignore
			await tx.insertInto('session').values(session).execute();
		});
		await clearPastPeriod(kernel, home.id);
		const counts = Object.fromEntries((await log()).map(({ kind, count }) => [kind, count]));
		expect(counts).toMatchObject({ withdrawn: 1, 'former-versions': 1, sessions: 1, commands: 1 });
	});

	it('removes nothing for anyone else than the administrator and the program', async () => {
		expect(await codeOf(kernel.run(process_manager, carryOutRetention, {}))).toBe(
			'role_not_allowed',
		);
		expect(await codeOf(kernel.run(administrator, carryOutRetention, {}))).toBe('done');
	});

	it('is the only one who may delete: the program’s role cannot, also not its own former versions', async () => {
		await handIn();
		await kernel.pool.query(`SELECT set_config('app.municipality', $1, false), set_config('app.audience', 'member', false)`, [home.id]); // prettier-ignore
		for (const table of ['kept_version', 'command_record', 'mail', 'session', 'sign_in_link']) {
			const { rowCount } = await kernel.pool.query(`DELETE FROM ${table}`);
			expect(`${table}: ${rowCount}`).toBe(`${table}: 0`);
		}
	});
});
