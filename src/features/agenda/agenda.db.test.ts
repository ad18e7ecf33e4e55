import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { addFindings, makePublic } from '#tests/support/findings.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import {
	addAgendaItem,
	changeAgendaItem,
	orderAgendaItem,
	restoreAgendaItem,
	withdrawAgendaItem,
} from './agenda-item.commands.server.ts';
import { readPriorities } from './choosing.queries.server.ts';
import { listDecisions, readAgenda, readAgendaItem } from './agenda.queries.server.ts';
import {
	changeDecision,
	recordDecision,
	restoreDecision,
	withdrawDecision,
} from './decision.commands.server.ts';
import { choosePriority, restorePriority, withdrawPriority } from './priority.commands.server.ts';
import { listPriorities } from './priority.queries.server.ts';

const world: World = await testWorld();
const { kernel, home, elsewhere } = world;
const { process_manager, professional, decision_maker, reader } = home.members;
const { trajectoryId } = home;
let findings: string[];
let strangeFinding: string | undefined;

beforeAll(async () => {
	findings = await addFindings(world, home, ['Weinig ontmoeting', 'Veel verhuizingen', 'Hangplek']);
	[strangeFinding] = await addFindings(world, elsewhere, ['Elders']);
});

const agenda = () => kernel.ask(process_manager, readAgenda, { trajectoryId });
const item = async (title: string, more: object = { findingIds: [findings[0]] }) =>
	(await kernel.run(professional, addAgendaItem, { trajectoryId, title, ...more })).id;
const read = (agendaItemId: string) => kernel.ask(professional, readAgendaItem, { agendaItemId });

describe('priorities', () => {
	const choice = { chosenBy: 'large_meeting', reason: 'De zaal koos dit.' };
	const agreements = { [home.organisations.welfare]: { answer: 'agrees' } };

	it('are chosen with a reason and by whom, and taken back with a reason', async () => {
		const input = { trajectoryId, findingId: findings[0], ...choice, agreements };
		const { id } = await kernel.run(process_manager, choosePriority, input);
		const list = () => kernel.ask(reader, listPriorities, { trajectoryId });
		expect(await list()).toMatchObject([{ id, findingId: findings[0], version: 1, ...choice }]);
		await expect(kernel.run(process_manager, choosePriority, input)).rejects.toMatchObject({
			problems: [{ path: 'findingId', code: 'taken' }],
		});
		const withdrawal = { priorityId: id, version: 1, reason: 'Toch niet.' };
		await kernel.run(process_manager, withdrawPriority, withdrawal);
		expect(await list()).toEqual([]);
		await kernel.run(process_manager, choosePriority, input);
	});

	it('that were withdrawn can be put back, by who leads, unless the finding was chosen anew', async () => {
		const input = { trajectoryId, findingId: findings[2], ...choice, agreements };
		const { id } = await kernel.run(process_manager, choosePriority, input);
		const board = () => kernel.ask(process_manager, readPriorities, { trajectoryId });
		const withdraw = (priorityId: string, version: number) =>
			kernel.run(process_manager, withdrawPriority, { priorityId, version, reason: 'Dubbel' });
		await withdraw(id, 1);
		expect((await board()).withdrawn).toMatchObject([
			{ id, version: 2, withdrawnReason: 'Dubbel' },
		]);
		expect(await kernel.ask(reader, readPriorities, { trajectoryId })).toMatchObject({
			withdrawn: [],
		});
		const again = { priorityId: id, version: 2 };
		await expect(kernel.run(professional, restorePriority, again)).rejects.toMatchObject({
			status: 403,
		});
		const { id: anew } = await kernel.run(process_manager, choosePriority, input);
		expect((await board()).withdrawn).toEqual([]);
		await expect(kernel.run(process_manager, restorePriority, again)).rejects.toMatchObject({
			problems: [{ path: 'priorityId', code: 'chosen_anew' }],
		});
		await withdraw(anew, 1);
		expect(await kernel.run(process_manager, restorePriority, again)).toEqual({ id, version: 3 });
		expect((await board()).priorities.map((priority) => priority.id)).toContain(id);
		await expect(kernel.run(process_manager, restorePriority, again)).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await withdraw(id, 3);
	});

	it('need a reason, and words for who else chose', async () => {
		const wrong = { trajectoryId, findingId: findings[1], chosenBy: 'other', reason: ' ' };
		await expect(kernel.run(process_manager, choosePriority, wrong)).rejects.toMatchObject({
			problems: expect.arrayContaining([
				{ path: 'reason', code: 'required', params: undefined },
				expect.objectContaining({ path: 'chosenByNote', code: 'required' }),
			]),
		});
	});

	it('are for who leads, on findings of the own trajectory', async () => {
		const input = { trajectoryId, findingId: findings[1], ...choice, agreements };
		await expect(kernel.run(professional, choosePriority, input)).rejects.toMatchObject({
			code: 'trajectory.not_leading',
		});
		await expect(
			kernel.run(process_manager, choosePriority, { ...input, findingId: strangeFinding }),
		).rejects.toMatchObject({ problems: [{ path: 'findingId', code: 'unknown' }] });
		await expect(
			kernel.run(elsewhere.members.process_manager, choosePriority, input),
		).rejects.toMatchObject({ status: 404 });
	});
});

describe('agenda items', () => {
	it('show which findings they answer; the other findings say what became of them', async () => {
		const id = await item('Meer ontmoeten', { findingIds: [findings[0], findings[1]] });
		const { items, open } = await agenda();
		expect(items).toMatchObject([{ id, hiddenFindings: 0, decisions: [] }]);
		expect(items[0]?.findings.map(({ text }) => text)).toEqual([
			'Weinig ontmoeting',
			'Veel verhuizingen',
		]);
		expect(open.rows).toMatchObject([{ text: 'Hangplek', isPriority: false, weighedBy: 0 }]);
	});

	it('rest on no finding only with a reason', async () => {
		await expect(item('Zomaar', { findingIds: [] })).rejects.toMatchObject({
			problems: [{ path: 'withoutFindingReason', code: 'no_finding' }],
		});
		const id = await item('Besloten', { withoutFindingReason: 'De raad vroeg erom.' });
		expect((await read(id)).item.withoutFindingReason).toBe('De raad vroeg erom.');
	});

	it('refuse every mistake at once, and findings of another municipality', async () => {
		await expect(item(' ', { text: 'Mail naar a@b.nl', findingIds: ['x'] })).rejects.toMatchObject({
			problems: [{ path: 'title' }, { path: 'text' }, { path: 'findingIds.0' }],
		});
		await expect(item('Elders', { findingIds: [strangeFinding] })).rejects.toMatchObject({
			problems: [{ path: 'findingIds', code: 'unknown' }],
		});
	});

	it('change on the version that was read, and keep the version before', async () => {
		const id = await item('Eerst');
		const change = { agendaItemId: id, version: 1, findingIds: [findings[1]] };
		await kernel.run(professional, changeAgendaItem, { ...change, title: 'Daarna' });
		expect((await read(id)).item).toMatchObject({
			title: 'Daarna',
			version: 2,
			findingIds: [findings[1]],
		});
		await expect(
			kernel.run(process_manager, changeAgendaItem, { ...change, title: 'Te laat' }),
		).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { title: 'Daarna', version: 2, findingIds: [findings[1]] } },
		});
	});

	it('are taken off with a reason and put back', async () => {
		const id = await item('Kan weg');
		const withdrawal = { agendaItemId: id, version: 1, reason: 'Dubbel' };
		await kernel.run(professional, withdrawAgendaItem, withdrawal);
		expect((await agenda()).withdrawn).toMatchObject([{ id, withdrawnReason: 'Dubbel' }]);
		await expect(kernel.run(professional, withdrawAgendaItem, withdrawal)).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await expect(
			kernel.run(professional, changeAgendaItem, {
				agendaItemId: id,
				version: 2,
				title: 'Toch',
				findingIds: [findings[0]],
			}),
		).rejects.toMatchObject({ code: 'withdrawn' });
		await kernel.run(professional, restoreAgendaItem, { agendaItemId: id, version: 2 });
		expect((await read(id)).item.isWithdrawn).toBe(false);
	});

	it('get their place from who leads', async () => {
		const last = await item('Naar voren');
		await kernel.run(process_manager, orderAgendaItem, { agendaItemId: last, position: 1 });
		expect((await agenda()).items[0]?.id).toBe(last);
		await kernel.run(process_manager, orderAgendaItem, { agendaItemId: last, position: 9999 });
		expect((await agenda()).items.at(-1)?.id).toBe(last);
		await expect(
			kernel.run(professional, orderAgendaItem, { agendaItemId: last, position: 1 }),
		).rejects.toMatchObject({ status: 403 });
	});

	it('are added once when they are sent twice', async () => {
		const requestId = newId();
		const input = { trajectoryId, title: 'Eén keer', findingIds: [findings[0]] };
		await kernel.run(professional, addAgendaItem, input, requestId);
		await kernel.run(professional, addAgendaItem, input, requestId);
		const { items } = await agenda();
		expect(items.filter(({ title }) => title === 'Eén keer')).toHaveLength(1);
	});

	it('are not there for another municipality, and not to be changed by who reads', async () => {
		const id = await item('Van ons');
		const stranger = elsewhere.members.process_manager;
		await expect(kernel.ask(stranger, readAgendaItem, { agendaItemId: id })).rejects.toMatchObject({
			status: 404,
		});
		const withdrawal = { agendaItemId: id, version: 1, reason: 'x' };
		await expect(kernel.run(stranger, withdrawAgendaItem, withdrawal)).rejects.toMatchObject({
			status: 404,
		});
		await expect(kernel.run(reader, withdrawAgendaItem, withdrawal)).rejects.toMatchObject({
			status: 403,
		});
	});
});

describe('decisions', () => {
	const adopted = { body: 'council', outcome: 'adopted', decidedOn: '15-11-2007' };

	it('are recorded, also of long ago, corrected and taken back', async () => {
		const agendaItemId = await item('Besluit');
		const { id } = await kernel.run(decision_maker, recordDecision, { agendaItemId, ...adopted });
		const older = { agendaItemId, ...adopted, body: 'college', decidedOn: '2006' };
		await kernel.run(decision_maker, recordDecision, older);
		const list = () => kernel.ask(reader, listDecisions, { agendaItemId });
		expect((await list()).map(({ decidedOn }) => decidedOn)).toEqual(['2006', '2007-11-15']);
		const amended = { outcome: 'amended', amendedText: 'Ook voor ouderen.' };
		const change = { ...adopted, ...amended, decisionId: id, version: 1 };
		await kernel.run(process_manager, changeDecision, change);
		expect((await list())[1]).toMatchObject({ version: 2, ...amended });
		await expect(kernel.run(process_manager, changeDecision, change)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { decidedOn: '2007-11-15', version: 2 } },
		});
		const withdrawal = { decisionId: id, version: 2, reason: 'Verkeerd punt' };
		await kernel.run(decision_maker, withdrawDecision, withdrawal);
		expect(await list()).toHaveLength(1);

		const withdrawnFor = async (actor: typeof decision_maker) =>
			(await kernel.ask(actor, readAgendaItem, { agendaItemId })).withdrawnDecisions;
		expect(await withdrawnFor(decision_maker)).toMatchObject([
			{ id, version: 3, withdrawnReason: 'Verkeerd punt' },
		]);
		expect(await withdrawnFor(professional)).toEqual([]);
		const stale = { decisionId: id, version: 2 };
		await expect(kernel.run(decision_maker, restoreDecision, stale)).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await kernel.run(decision_maker, restoreDecision, { decisionId: id, version: 3 });
		expect(await list()).toHaveLength(2);
		expect(await withdrawnFor(decision_maker)).toEqual([]);
	});

	it('of the future are refused, and an amendment needs its text', async () => {
		const agendaItemId = await item('Straks');
		const future = { agendaItemId, ...adopted, decidedOn: '3-3-2026' };
		await expect(kernel.run(decision_maker, recordDecision, future)).rejects.toMatchObject({
			problems: [{ path: 'decidedOn', code: 'future_date' }],
		});
		const bare = { agendaItemId, outcome: 'amended', decidedOn: '31-2-2020' };
		await expect(kernel.run(decision_maker, recordDecision, bare)).rejects.toMatchObject({
			problems: expect.arrayContaining([
				expect.objectContaining({ path: 'body', code: 'required' }),
				expect.objectContaining({ path: 'decidedOn', code: 'not_a_date' }),
				expect.objectContaining({ path: 'amendedText', code: 'required' }),
			]),
		});
	});

	it('are recorded by decision makers and who leads', async () => {
		const agendaItemId = await item('Wie');
		await expect(
			kernel.run(professional, recordDecision, { agendaItemId, ...adopted }),
		).rejects.toMatchObject({ status: 403 });
	});
});

describe('the public', () => {
	it('reads the agenda when it was made public, without what was not', async () => {
		const ask = () => kernel.ask(home.visitor, readAgenda, { trajectoryId });
		await expect(ask()).rejects.toMatchObject({ status: 404 });
		await makePublic(world, home, ['agenda']);
		const { items, withdrawn, open } = await ask();
		expect(items[0]).toMatchObject({ title: 'Meer ontmoeten', findings: [], hiddenFindings: 2 });
		expect(withdrawn).toEqual([]);
		expect(open.rows).toEqual([]);
		await makePublic(world, home, ['frame']);
		await expect(ask()).rejects.toMatchObject({ code: 'sign_in_first' });
		await makePublic(world, home, []);
	});
});
