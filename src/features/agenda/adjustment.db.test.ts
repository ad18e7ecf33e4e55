import { describe, expect, it } from 'vitest';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import {
	addNewChoice,
	carryOutRound,
	restoreChoice,
	setChoice,
	startRound,
	withdrawChoice,
	withdrawRound,
} from './adjustment.commands.server.ts';
import { readRound, readYears } from './adjustment.queries.server.ts';
import { changeAgendaItem, resumeAgendaItem } from './agenda-item.commands.server.ts';
import { readAgenda } from './agenda.queries.server.ts';
import { addMoment, changeMoment, withdrawMoment } from './moment.commands.server.ts';
import { readCalendar } from './moment.queries.server.ts';

const world = await testWorld();
const { kernel, home } = world;
const { process_manager, professional } = home.members;
const { trajectoryId } = home;
const chain = chainIn(world);

const years = (more: object = {}) => kernel.ask(professional, readYears, { trajectoryId, ...more });
const round = (adjustmentRoundId: string) =>
	kernel.ask(professional, readRound, { adjustmentRoundId });
const start = async (year: number) =>
	(await kernel.run(process_manager, startRound, { trajectoryId, year })).id;
const choose = (adjustmentRoundId: string, agendaItemId: string, more: object) =>
	kernel.run(process_manager, setChoice, {
		adjustmentRoundId,
		agendaItemId,
		itemVersion: 1,
		reason: 'Besproken met de partners',
		...more,
	});
const carryOut = (adjustmentRoundId: string) =>
	kernel.run(process_manager, carryOutRound, { adjustmentRoundId, version: 1 });

describe('the yearly adjustment', () => {
	it('keeps, changes, ends and adds items, each with its reason; the years stand side by side', async () => {
		const kept = await chain.agendaItem({ title: 'Eettafel', reason: 'x' });
		const changed = await chain.agendaItem({ title: 'Het plein', reason: 'x' });
		const ended = await chain.agendaItem({ title: 'Zwerfvuil', reason: 'x' });
		expect(await years()).toMatchObject({ years: [2024], left: 2024, right: 2024 });

		const first = await start(2025);
		await choose(first, kept, { choice: 'kept' });
		await choose(first, ended, { choice: 'ended', reason: 'Opgelost' });
		expect((await round(first)).open).toEqual([changed]);
		await expect(carryOut(first)).rejects.toMatchObject({ code: 'adjustment.not_complete' });
		await choose(first, changed, { choice: 'changed', title: 'Het plein en het park', text: 'Groter' }); // prettier-ignore
		await kernel.run(process_manager, addNewChoice, {
			adjustmentRoundId: first,
			title: 'Jongeren',
			reason: 'Bewoners vroegen erom',
		});
		await carryOut(first);

		const agenda = await kernel.ask(process_manager, readAgenda, { trajectoryId });
		expect(agenda.items.map(({ title, beginsYear }) => [title, beginsYear])).toEqual([
			['Eettafel', null],
			['Het plein en het park', null],
			['Jongeren', 2025],
		]);
		expect(agenda.ended).toMatchObject([
			{ title: 'Zwerfvuil', endedYear: 2025, endedReason: 'Opgelost' },
		]);

		const { pairs, ...chosen } = await years();
		expect(chosen).toMatchObject({ years: [2024, 2025], left: 2024, right: 2025 });
		const told = pairs.map(({ left, right, isChanged }) => [
			left?.title ?? null,
			right?.title ?? null,
			right?.standing,
			isChanged,
		]);
		expect(told).toEqual([
			['Eettafel', 'Eettafel', 'kept', false],
			['Het plein', 'Het plein en het park', 'changed', true],
			['Zwerfvuil', 'Zwerfvuil', 'ended', true],
			[null, 'Jongeren', 'new', true],
		]);
	});

	it('of a later year leaves the earlier ones as they were', async () => {
		const agenda = await kernel.ask(process_manager, readAgenda, { trajectoryId });
		const second = await start(2026);
		for (const { id, title, version } of agenda.items)
			await choose(
				second,
				id,
				title === 'Jongeren'
					? { choice: 'changed', title: 'Jongeren en sport', itemVersion: version }
					: { choice: 'kept', itemVersion: version },
			);
		await carryOut(second);
		const titles = async (from: number) =>
			(await years({ from, to: 2026 })).pairs.map(({ left }) => left?.title ?? null);
		expect(await titles(2025)).toEqual([
			'Eettafel',
			'Het plein en het park',
			'Jongeren',
			'Zwerfvuil',
		]);
		expect(await titles(2024)).toEqual(['Eettafel', 'Het plein', null, 'Zwerfvuil']);
	});

	it('asks again about an item that was rewritten after it was chosen how it would read', async () => {
		const { items } = await kernel.ask(process_manager, readAgenda, { trajectoryId });
		const third = await start(2027);
		const [first, ...others] = items;
		if (!first) throw new Error('There are no items.');
		for (const { id, version } of others)
			await choose(third, id, { choice: 'kept', itemVersion: version });
		await choose(third, first.id, { choice: 'changed', title: 'Anders', itemVersion: first.version }); // prettier-ignore
		await kernel.run(professional, changeAgendaItem, {
			agendaItemId: first.id,
			version: first.version,
			title: 'Door een ander herschreven',
			withoutFindingReason: 'x',
		});
		expect((await round(third)).open).toEqual([first.id]);
		await expect(carryOut(third)).rejects.toMatchObject({ code: 'adjustment.not_complete' });
		await kernel.run(process_manager, withdrawRound, {
			adjustmentRoundId: third,
			version: 1,
			reason: 'Later',
		});
		await expect(choose(third, first.id, { choice: 'kept' })).rejects.toMatchObject({
			code: 'withdrawn',
		});
	});

	it('that was carried out is history, but an ended item can come back', async () => {
		const { ended } = await kernel.ask(process_manager, readAgenda, { trajectoryId });
		const [item] = ended;
		if (!item) throw new Error('Nothing ended.');
		const { rounds } = await years();
		await expect(choose(rounds[0]?.id ?? '', item.id, { choice: 'kept' })).rejects.toMatchObject({
			code: 'adjustment.carried_out',
		});
		await kernel.run(process_manager, resumeAgendaItem, {
			agendaItemId: item.id,
			version: item.version,
		});
		const after = await kernel.ask(process_manager, readAgenda, { trajectoryId });
		expect(after.ended).toEqual([]);
	});

	it('is of one year once, after the one before, and by who leads', async () => {
		await expect(start(2026)).rejects.toMatchObject({
			problems: [{ path: 'year', code: 'taken' }],
		});
		await expect(start(2020)).rejects.toMatchObject({
			problems: [{ path: 'year', code: 'too_low', params: { limit: 2027 } }],
		});
		await expect(
			kernel.run(professional, startRound, { trajectoryId, year: 2030 }),
		).rejects.toMatchObject({ code: 'trajectory.not_leading' });
	});

	it('gives a new item back that was taken out', async () => {
		const id = await start(2028);
		const { id: choiceId } = await kernel.run(process_manager, addNewChoice, {
			adjustmentRoundId: id,
			title: 'Muziek',
			reason: 'Idee',
		});
		const choice = { adjustmentChoiceId: choiceId };
		await kernel.run(process_manager, withdrawChoice, { ...choice, version: 1, reason: 'Dubbel' });
		expect(await round(id)).toMatchObject({ added: [], withdrawn: [{ title: 'Muziek' }] });
		await kernel.run(process_manager, restoreChoice, { ...choice, version: 2 });
		expect((await round(id)).added).toMatchObject([{ title: 'Muziek' }]);
	});
});

describe('moments with politics', () => {
	const add = async (more: object) =>
		(
			await kernel.run(process_manager, addMoment, {
				trajectoryId,
				body: 'council',
				purpose: 'decide',
				...more,
			})
		).id;
	const calendar = () => kernel.ask(professional, readCalendar, { trajectoryId });

	it('stand in order of time, those without a date last; the past counts as well', async () => {
		const later = await add({ heldOn: '2026-09' });
		const unknown = await add({});
		const past = await add({ heldOn: '2011' });
		const { moments } = await calendar();
		expect(moments.map(({ id }) => id)).toEqual([past, later, unknown]);
		expect(moments.map(({ heldOn }) => heldOn)).toEqual(['2011', '2026-09', null]);
		expect(moments.map(({ state }) => state)).toEqual(['done', 'planned', 'planned']);
	});

	it('that are moved keep the date they had, and say why', async () => {
		const item = await chain.agendaItem({ title: 'Op de kalender' });
		const id = await add({ heldOn: '2026-04-01', agendaItemIds: [item] });
		const moved = { politicalMomentId: id, body: 'council', purpose: 'decide', state: 'moved' };
		await expect(
			kernel.run(process_manager, changeMoment, { ...moved, version: 1, heldOn: '2026-05-13' }),
		).rejects.toMatchObject({ problems: [{ path: 'stateReason', code: 'required' }] });
		const why = { ...moved, stateReason: 'Agenda vol', agendaItemIds: [item] };
		await expect(
			kernel.run(process_manager, changeMoment, { ...why, version: 1, heldOn: '2026-04-01' }),
		).rejects.toMatchObject({ problems: [{ path: 'heldOn', code: 'same_date' }] });
		await kernel.run(process_manager, changeMoment, { ...why, version: 1, heldOn: '2026-05-13' });
		const { moments } = await calendar();
		expect(moments.find((one) => one.id === id)).toMatchObject({
			heldOn: '2026-05-13',
			movedFrom: '2026-04-01',
			agendaItemIds: [item],
		});
	});

	it('that were taken out are there for who leads, to put back', async () => {
		const id = await add({ heldOn: '2026-06-01' });
		await kernel.run(process_manager, withdrawMoment, {
			politicalMomentId: id,
			version: 1,
			reason: 'Dubbel',
		});
		expect((await calendar()).withdrawn).toEqual([]);
		const own = await kernel.ask(process_manager, readCalendar, { trajectoryId });
		expect(own.withdrawn.map((one) => one.id)).toEqual([id]);
	});

	it('are for the public when the agenda is, and for nobody else outside', async () => {
		await expect(kernel.ask(home.visitor, readCalendar, { trajectoryId })).rejects.toMatchObject({
			status: 404,
		});
		await chain.publish('agenda');
		const seen = await kernel.ask(home.visitor, readCalendar, { trajectoryId });
		expect(seen.isPublic).toBe(true);
		expect(seen.moments.length).toBeGreaterThan(2);
		expect(seen.withdrawn).toEqual([]);
		await chain.publish();
	});
});
