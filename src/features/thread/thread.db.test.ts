import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import { addMeeting } from '#features/signals/meeting.commands.server.ts';
import { readMeeting } from '#features/signals/meeting.queries.server.ts';
import { addSignal } from '#features/signals/signal.commands.server.ts';
import { decideSignal, reopenSignal } from '#features/signals/step.commands.server.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { readThread, readThreads } from './thread.queries.server.ts';
import type { Thread, ThreadKind } from './thread.ts';

const world = await testWorld();
const { home, elsewhere } = world;
const chain = chainIn(world);

const ask = (actor: Actor, kind: ThreadKind, id: string) =>
	world.kernel.ask(actor, readThread, { trajectoryId: home.trajectoryId, kind, id });
const asLead = (kind: ThreadKind, id: string) => ask(home.members.process_manager, kind, id);
const ids = (steps: { id: string }[]) => new Set(steps.map(({ id }) => id));
const shape = (thread: Thread) => ({
	evidence: ids(thread.evidence),
	findings: ids(thread.findings),
	agendaItems: ids(thread.agendaItems),
	approaches: ids(thread.approaches),
});

// Two sources under one finding, one source under two, one item with two findings, one finding in two items.
const talk = await chain.evidence({ title: 'Gesprek', visibility: 'public' });
const walk = await chain.evidence({ title: 'Waarneming' });
const lonely = await chain.finding({ text: 'Ouderen komen weinig buiten', on: [talk, walk] });
const benches = await chain.finding({ text: 'Er zijn weinig bankjes', on: [walk] });
const meeting = await chain.agendaItem({ title: 'Ontmoeting', answers: [lonely] });
const square = await chain.agendaItem({ title: 'Het plein', answers: [lonely, benches] });
const table = await chain.approach({ title: 'Eettafel', carriesOut: [meeting] });
const garden = await chain.approach({ title: 'Buurttuin', carriesOut: [meeting, square] });
await chain.decision(meeting);
await chain.progress(table, { on: '2026-01-10', text: 'Begonnen' });
await chain.progress(table, { on: '2026-02-20', text: 'Loopt', measured: '26 vaste gasten' });

describe('the thread', () => {
	test('of a source leads forth to everything that came of it', async () => {
		expect(shape(await asLead('evidence', talk))).toEqual({
			evidence: new Set([talk]),
			findings: new Set([lonely]),
			agendaItems: new Set([meeting, square]),
			approaches: new Set([table, garden]),
		});
	});

	test('of an approach leads back to everything it rests on, and not sideways', async () => {
		expect(shape(await asLead('approach', table))).toEqual({
			evidence: new Set([talk, walk]),
			findings: new Set([lonely]),
			agendaItems: new Set([meeting]),
			approaches: new Set([table]),
		});
	});

	test('of a finding goes both ways', async () => {
		expect(shape(await asLead('finding', benches))).toEqual({
			evidence: new Set([walk]),
			findings: new Set([benches]),
			agendaItems: new Set([square]),
			approaches: new Set([garden]),
		});
	});

	test('of an agenda item holds every link between its steps once', async () => {
		const { links } = await asLead('agendaItem', square);
		const expected = [
			[talk, lonely],
			[walk, lonely],
			[walk, benches],
			[lonely, square],
			[benches, square],
			[square, garden],
		].map(([from, to]) => ({ from, to }));
		expect(new Set(links.map((link) => JSON.stringify(link)))).toEqual(
			new Set(expected.map((link) => JSON.stringify(link))),
		);
		expect(links).toHaveLength(expected.length);
	});

	test('carries the decisions of an item and the latest progress of an approach', async () => {
		const { agendaItems, approaches } = await asLead('approach', table);
		expect(agendaItems[0]?.decisions).toEqual([
			{ body: 'council', outcome: 'adopted', decidedOn: '2026-02-08' },
		]);
		expect(approaches[0]?.result).toMatchObject({
			text: 'Loopt',
			measured: '26 vaste gasten',
			reportedOn: '2026-02-20',
		});
	});
});

describe('rights', () => {
	test('a source that another organisation keeps to itself is counted, and nothing of it shown', async () => {
		const kept = await chain.evidence({ title: 'Dossier', visibility: 'organisation' });
		const finding = await chain.finding({ on: [kept] });
		const seen = await asLead('finding', finding);
		expect(seen.findings[0]?.hidden).toBe(1);
		expect(JSON.stringify(seen)).not.toContain(kept);
		await expect(asLead('evidence', kept)).rejects.toMatchObject({ code: 'not_found' });
		const own = await ask(home.members.professional, 'finding', finding);
		expect(own.findings[0]?.hidden).toBe(0);
		expect(ids(own.evidence)).toEqual(new Set([kept]));
	});

	test('what was withdrawn stays in the thread of those inside, marked', async () => {
		const gone = await chain.evidence({ withdrawn: 'Klopte niet', visibility: 'public' });
		const finding = await chain.finding({ on: [gone] });
		const seen = await asLead('finding', finding);
		expect(seen.evidence[0]).toMatchObject({ id: gone, withdrawn: true });
	});

	test('the public sees only public parts, and nothing else by any name', async () => {
		await chain.publish('plan');
		const plan = await ask(home.visitor, 'approach', table);
		expect(shape(plan)).toMatchObject({ agendaItems: new Set(), findings: new Set() });
		expect(plan.approaches[0]?.hidden).toBe(1);
		await expect(ask(home.visitor, 'finding', lonely)).rejects.toMatchObject({
			code: 'not_found',
		});

		await chain.publish('analysis', 'agenda', 'plan');
		const all = await ask(home.visitor, 'approach', table);
		expect(ids(all.evidence)).toEqual(new Set([talk]));
		expect(all.findings[0]?.hidden).toBe(1);
		expect(JSON.stringify(all)).not.toContain(walk);
	});

	test('a colleague who takes no part sees what the public sees', async () => {
		await chain.publish('analysis', 'agenda', 'plan');
		const outside = await world.addMember(home, 'professional', await organisationOutside());
		const seen = await ask(outside, 'approach', table);
		expect(ids(seen.evidence)).toEqual(new Set([talk]));
		await chain.publish();
		await expect(ask(outside, 'approach', table)).rejects.toMatchObject({
			code: 'trajectory.not_participating',
		});
	});

	test('another municipality finds nothing', async () => {
		await chain.publish('analysis', 'agenda', 'plan');
		await expect(ask(elsewhere.members.process_manager, 'finding', lonely)).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});

describe('all threads', () => {
	const all = (actor: Actor, more = {}) =>
		world.kernel.ask(actor, readThreads, { trajectoryId: home.trajectoryId, ...more });

	test('say what each item rests on', async () => {
		const { items } = await all(home.members.process_manager);
		const item = items.find(({ id }) => id === square);
		expect(item?.findings.map(({ id, evidence }) => [id, ids(evidence)])).toEqual([
			[lonely, new Set([talk, walk])],
			[benches, new Set([walk])],
		]);
		expect(ids(item?.approaches ?? [])).toEqual(new Set([garden]));
	});

	test('say what came to nothing, and why where that was said', async () => {
		const dropped = await chain.finding({ text: 'Veel zwerfvuil' });
		await chain.agendaItem({ title: 'Schoon', answers: [dropped], withdrawn: 'Al geregeld' });
		const { loose, looseTotal } = await all(home.members.process_manager);
		expect(loose.find(({ id }) => id === dropped)).toMatchObject({
			formerItem: 'Schoon',
			formerReason: 'Al geregeld',
		});
		expect(looseTotal).toBe(loose.length);
		expect(loose.map(({ id }) => id)).not.toContain(lonely);
	});

	test('say what has no source, in pages', async () => {
		for (let index = 0; index < 20; index++) await chain.finding({ text: `Los ${index}` });
		const first = await all(home.members.process_manager);
		const second = await all(home.members.process_manager, { sourcelessPage: 2 });
		expect(first.sourceless).toHaveLength(20);
		expect(second.sourceless).toHaveLength(first.sourcelessTotal - 20);
		expect(first.sourceless.map(({ id }) => id)).not.toContain(lonely);
	});

	test('give the public nothing of a part that is not public', async () => {
		await chain.publish('frame');
		expect(await all(home.visitor)).toMatchObject({ items: [], looseTotal: 0, sourcelessTotal: 0 });
		// Without the agenda nobody can tell what is not on it.
		await chain.publish('analysis');
		expect(await all(home.visitor)).toMatchObject({ loose: [], looseTotal: 0 });
		await chain.publish('analysis', 'agenda', 'plan');
		const seen = await all(home.visitor);
		expect(seen.items).toHaveLength(2);
		expect(JSON.stringify(seen)).not.toContain(walk);
		expect(JSON.stringify(seen)).not.toContain('Al geregeld');
	});
});

async function organisationOutside(): Promise<string> {
	const id = newId();
	await asOwner(world.database.owner, (tx) =>
		tx
			.insertInto('organisation')
			.values({
				municipality_id: home.id,
				id,
				name: 'Buitenstaander',
				sector: 'other',
				created_at: world.clock.now(),
			})
			.execute(),
	);
	return id;
}

describe('a signal that became a project', () => {
	const { trajectoryId } = home;
	const { process_manager: manager, professional } = home.members;
	const { kernel } = world;

	async function becomesProject(approachId: string): Promise<string> {
		const { id: signalId } = await kernel.run(professional, addSignal, {
			...{ trajectoryId, about: 'place', place: 'De tuin', aboutOnePerson: 'no' },
			text: 'De grond ligt braak.',
		});
		const { id: coreMeetingId } = await kernel.run(manager, addMeeting, {
			trajectoryId,
			heldOn: '2026-03-10',
		});
		const { participants } = await kernel.ask(manager, readMeeting, { coreMeetingId });
		await kernel.run(manager, decideSignal, {
			...{ coreMeetingId, signalId, version: 1, text: '', kind: 'project', approachId },
			participantId: participants[0]?.id,
		});
		return signalId;
	}

	test('leads to its approach and is what that began with, until the core group comes back on it', async () => {
		const approach = await chain.approach({ title: 'Moestuin', carriesOut: [square] });
		const signal = await becomesProject(approach);
		const forth = await asLead('evidence', signal);
		expect(shape(forth)).toMatchObject({
			...{ evidence: new Set([signal]), agendaItems: new Set() },
			approaches: new Set([approach]),
		});
		expect(forth.links).toEqual([{ from: signal, to: approach }]);
		const back = await asLead('approach', approach);
		expect(ids(back.evidence)).toContain(signal);
		expect(back.links).toContainEqual({ from: signal, to: approach });
		// Not sideways: the agenda item of that approach does not rest on it.
		expect(ids((await asLead('agendaItem', square)).evidence)).not.toContain(signal);
		await kernel.run(manager, reopenSignal, { signalId: signal, version: 2, reason: 'Toch niet.' });
		expect((await asLead('evidence', signal)).approaches).toEqual([]);
	});

	test('is nothing that the public hears of', async () => {
		const approach = await chain.approach({ title: 'Geveltuin', carriesOut: [square] });
		const signal = await becomesProject(approach);
		await chain.publish('plan', 'signals');
		expect(JSON.stringify(await ask(home.visitor, 'approach', approach))).not.toContain(signal);
	});
});
