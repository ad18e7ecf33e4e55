import { beforeAll, expect, it } from 'vitest';
import type { Actor, Member } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { reading } from '#server/database/transaction.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addFinding, changeFinding, withdrawFinding } from './finding.commands.server.ts';
import { readFinding } from './finding-page.queries.server.ts';
import { analysisForm } from './form.queries.server.ts';
import { addNeed } from './knowledge-need.commands.server.ts';
import { addProvision } from './provision.commands.server.ts';
import {
	changeSilentRound,
	closeSilentRound,
	openSilentRound,
} from './silent-round.commands.server.ts';
import { listSilentRounds, readSilentRound } from './silent-round.queries.server.ts';

let world: World;
let leader: Member;
let writer: Member;
let colleague: Member;
beforeAll(async () => {
	world = await testWorld();
	({ process_manager: leader, professional: writer } = world.home.members);
	colleague = await world.addMember(world.home, 'professional', writer.organisationId);
});

const trajectoryId = () => world.home.trajectoryId;
const open = (input: object = {}) =>
	world.kernel.run(leader, openSilentRound, { trajectoryId: trajectoryId(), ...input });
const close = (silentRoundId: string, by: Actor = leader) =>
	world.kernel.run(by, closeSilentRound, { silentRoundId });
const rounds = (by: Actor = leader) =>
	world.kernel.ask(by, listSilentRounds, { trajectoryId: trajectoryId() });
const write = (by: Actor, text: string) =>
	world.kernel.run(by, addFinding, {
		trajectoryId: trajectoryId(),
		kind: 'risk',
		text,
		themes: ['sport'],
	});
async function readBy(actor: Actor): Promise<string[]> {
	const form = await world.kernel.ask(actor, analysisForm, { trajectoryId: trajectoryId() });
	return [
		...form.findings.map(({ text }) => text),
		...form.provisions.map(({ text }) => text),
		...form.needs.map(({ question }) => question),
	];
}

it('keeps what is written with its writer, until all of it becomes visible at once', async () => {
	await write(writer, 'Stond er al.');
	const { id: round } = await open({ question: 'Wat valt u op?', minutes: 8 });
	const { id: own } = await write(writer, 'Van de schrijver.');
	await write(leader, 'Van de trekker.');
	const theme = { trajectoryId: trajectoryId(), theme: 'sport' };
	await world.kernel.run(writer, addProvision, {
		...theme,
		standing: 'missing',
		text: 'Een zaal.',
	});
	await world.kernel.run(writer, addNeed, { ...theme, question: 'Wie sport er niet?' });

	expect(await readBy(writer)).toEqual([
		...['Stond er al.', 'Van de schrijver.'],
		...['Een zaal.', 'Wie sport er niet?'],
	]);
	// Not whoever leads, and not a colleague of the same organisation.
	expect(await readBy(leader)).toEqual(['Stond er al.', 'Van de trekker.']);
	expect(await readBy(colleague)).toEqual(['Stond er al.']);
	const asked = world.kernel.ask(leader, readFinding, { findingId: own });
	await expect(asked).rejects.toMatchObject({ code: 'not_found' });
	expect((await rounds(colleague)).open).toMatchObject({ entries: 4, writers: 2 });
	const early = world.kernel.ask(leader, readSilentRound, { trajectoryId: trajectoryId(), silentRoundId: round }); // prettier-ignore
	await expect(early).rejects.toMatchObject({ code: 'not_found' });

	await close(round);
	expect((await readBy(colleague)).toSorted()).toEqual(
		['Stond er al.', 'Van de schrijver.', 'Van de trekker.', 'Een zaal.', 'Wie sport er niet?'].toSorted(), // prettier-ignore
	);
	const result = await world.kernel.ask(colleague, readSilentRound, {
		trajectoryId: trajectoryId(),
		silentRoundId: round,
	});
	expect(result.form.findings.map(({ text }) => text)).toEqual([
		'Van de schrijver.',
		'Van de trekker.',
	]);
	expect(result).toMatchObject({ round: { entries: 4, writers: 2 } });
});

it('keeps what an entry was before as silent as the entry', async () => {
	const { id: round } = await open();
	const { id: findingId } = await write(writer, 'Eerste poging.');
	const content = { findingId, kind: 'risk', themes: ['sport'] };
	await world.kernel.run(writer, changeFinding, { ...content, version: 1, text: 'Tweede.' });
	const changed = world.kernel.run(leader, changeFinding, {
		...content,
		version: 2,
		text: 'Mijn.',
	});
	await expect(changed).rejects.toMatchObject({ code: 'not_found' });
	const taken = world.kernel.run(leader, withdrawFinding, { findingId, version: 2, reason: 'Weg' });
	await expect(taken).rejects.toMatchObject({ code: 'not_found' });

	expect(await keptAs(leader, findingId)).toBe(0);
	expect(await keptAs(writer, findingId)).toBe(1);
	await close(round);
	expect(await keptAs(leader, findingId)).toBe(1);
});

/** How many former versions of a row somebody may see, whatever a query asks for. */
async function keptAs(member: Member, id: string): Promise<number> {
	const rows = await reading(world.kernel.pool, scopeOf(member), (reader) =>
		reader.selectFrom('kept_version').select('version').where('id', '=', id).execute(),
	);
	return rows.length;
}

it('shows a visitor of a public analysis what was written in a round that closed, and nothing of an open one', async () => {
	const { id: round } = await open();
	await write(writer, 'Pas straks te lezen.');
	await sqlAsOwner(
		world.database.owner,
		"UPDATE trajectory SET public_parts = '{analysis}' WHERE id = $1",
		[trajectoryId()],
	);
	expect(await readBy(world.home.visitor)).not.toContain('Pas straks te lezen.');
	await close(round);
	expect(await readBy(world.home.visitor)).toContain('Pas straks te lezen.');
});

it('is one at a time, has a clock that can be set again, and closes once', async () => {
	const { id: round } = await open({ minutes: 5 });
	await expect(open()).rejects.toMatchObject({ code: 'silentRound.already_open' });
	await world.kernel.run(leader, changeSilentRound, {
		silentRoundId: round,
		version: 1,
		question: 'Iets anders',
		minutes: 10,
	});
	const { open: now } = await rounds();
	expect(now).toMatchObject({ question: 'Iets anders', version: 2 });
	expect(Number(now?.endsAt) - Number(world.clock.now())).toBe(10 * 60_000);
	await close(round);
	await close(round);
	const late = world.kernel.run(leader, changeSilentRound, { silentRoundId: round, version: 3 });
	await expect(late).rejects.toMatchObject({ code: 'silentRound.closed' });
	expect((await rounds()).open).toBeNull();
});

it('is opened and closed by whoever leads, of this municipality', async () => {
	const asked = world.kernel.run(writer, openSilentRound, { trajectoryId: trajectoryId() });
	await expect(asked).rejects.toMatchObject({ code: 'trajectory.not_leading' });
	const { id: round } = await open();
	await expect(close(round, writer)).rejects.toMatchObject({ code: 'trajectory.not_leading' });
	const stranger = world.elsewhere.members.process_manager;
	await expect(close(round, stranger)).rejects.toMatchObject({ code: 'not_found' });
	await expect(close(newId())).rejects.toMatchObject({ code: 'not_found' });
	await close(round);
});
