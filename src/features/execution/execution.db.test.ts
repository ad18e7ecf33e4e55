import { beforeAll, describe, expect, it } from 'vitest';
import { addAgendaItem } from '#features/agenda/agenda-item.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { makePublic } from '#tests/support/findings.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import {
	addApproach,
	changeApproach,
	restoreApproach,
	withdrawApproach,
} from './approach.commands.server.ts';
import { addMeans, changeMeans, restoreMeans, withdrawMeans } from './means.commands.server.ts';
import { listMeans, listProgress, readApproach, readPlan } from './plan.queries.server.ts';
import { reportProgress, restoreProgress, withdrawProgress } from './progress.commands.server.ts';

const world: World = await testWorld();
const { kernel, home, elsewhere } = world;
const { process_manager, professional, reader } = home.members;
const { trajectoryId, organisations } = home;
let agendaItemId: string;

beforeAll(async () => {
	const withoutFindingReason = 'De raad vroeg erom.';
	const item = { trajectoryId, title: 'Meer ontmoeten', withoutFindingReason };
	agendaItemId = (await kernel.run(process_manager, addAgendaItem, item)).id;
});

const base = (title: string) => ({ title, kind: 'project', agendaItemIds: [agendaItemId] });
const add = async (title: string, more: object = {}) =>
	(await kernel.run(professional, addApproach, { trajectoryId, ...base(title), ...more })).id;
const read = async (approachId: string) =>
	(await kernel.ask(reader, readApproach, { approachId })).approach;
const plan = () => kernel.ask(reader, readPlan, { trajectoryId });

describe('approaches', () => {
	it('stand in the plan with who, when and how one will see that it helps', async () => {
		const id = await add('Buurtaanpak', {
			responsibleId: organisations.municipality,
			takingPartIds: [organisations.welfare, organisations.municipality],
			starts: '10-2007',
			ends: '2009',
			indicator: 'Vrijwilligers',
			baseline: 'niet bekend',
		});
		expect(await read(id)).toMatchObject({
			responsibleName: 'Gemeente Arnhem',
			takingPart: [{ id: organisations.welfare, name: 'Welzijn Arnhem' }],
			starts: '2007-10',
			ends: '2009',
			agendaItemIds: [agendaItemId],
		});
	});

	it('may leave open what was not agreed yet', async () => {
		expect(await read(await add('Nog vaag'))).toMatchObject({
			responsibleId: null,
			starts: null,
			takingPart: [],
		});
	});

	it('name every mistake at once', async () => {
		const nothing = { trajectoryId, kind: 'plan', title: '', agendaItemIds: [] };
		await expect(kernel.run(professional, addApproach, nothing)).rejects.toMatchObject({
			problems: [
				{ path: 'kind', code: 'choose' },
				{ path: 'title', code: 'required' },
				{ path: 'agendaItemIds', code: 'no_agenda_item' },
			],
		});
		const wrong = {
			agendaItemIds: [newId()],
			responsibleId: elsewhere.organisations.welfare,
			starts: '2009',
			ends: '2007',
		};
		await expect(add('Fout', wrong)).rejects.toMatchObject({
			problems: [
				{ path: 'agendaItemIds', code: 'unknown' },
				{ path: 'responsibleId', code: 'unknown' },
				{ path: 'ends', code: 'end_before_start' },
			],
		});
	});

	it('change on the version that was read', async () => {
		const approachId = await add('Eerst');
		const change = { approachId, version: 1, ...base('Daarna') };
		await kernel.run(process_manager, changeApproach, change);
		expect(await read(approachId)).toMatchObject({ title: 'Daarna', version: 2 });
		await expect(kernel.run(professional, changeApproach, change)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { title: 'Daarna', version: 2 } },
		});
	});

	it('are withdrawn with a reason and put back', async () => {
		const approachId = await add('Kan weg');
		const withdrawal = { approachId, version: 1, reason: 'Geen geld' };
		await kernel.run(professional, withdrawApproach, withdrawal);
		expect((await plan()).withdrawn).toMatchObject([
			{ id: approachId, withdrawnReason: 'Geen geld' },
		]);
		const change = { approachId, version: 2, ...base('Toch') };
		await expect(kernel.run(professional, changeApproach, change)).rejects.toMatchObject({
			code: 'withdrawn',
		});
		await kernel.run(professional, restoreApproach, { approachId, version: 2 });
		expect((await plan()).withdrawn).toEqual([]);
	});

	it('are added once when they are sent twice', async () => {
		const requestId = newId();
		const input = { trajectoryId, ...base('Eén keer') };
		await kernel.run(professional, addApproach, input, requestId);
		await kernel.run(professional, addApproach, input, requestId);
		const twins = (await plan()).approaches.filter(({ title }) => title === 'Eén keer');
		expect(twins).toHaveLength(1);
	});

	it('are not for who reads, and not there for another municipality', async () => {
		const approachId = await add('Van ons');
		const input = { trajectoryId, ...base('Van wie') };
		await expect(kernel.run(reader, addApproach, input)).rejects.toMatchObject({ status: 403 });
		const stranger = elsewhere.members.process_manager;
		await expect(kernel.run(stranger, addApproach, input)).rejects.toMatchObject({ status: 404 });
		await expect(kernel.ask(stranger, readApproach, { approachId })).rejects.toMatchObject({
			status: 404,
		});
		const withdrawal = { approachId, version: 1, reason: 'x' };
		await expect(kernel.run(stranger, withdrawApproach, withdrawal)).rejects.toMatchObject({
			status: 404,
		});
	});
});

describe('means', () => {
	it('hold money to the cent, hours, and what is not known', async () => {
		const approachId = await add('Met geld');
		const before = (await plan()).totals;
		const money = { approachId, kind: 'money', financier: 'Gemeente' };
		await kernel.run(professional, addMeans, { ...money, amount: '1.250,50' });
		await kernel.run(professional, addMeans, { ...money, financier: '' });
		await kernel.run(professional, addMeans, { approachId, kind: 'hours', amount: '12,5' });
		const list = await kernel.ask(reader, listMeans, { approachId });
		expect(list.map(({ cents, hours }) => [cents, hours])).toEqual([
			[125_050, null],
			[null, null],
			[null, 12.5],
		]);
		const after = (await plan()).totals;
		expect(after.cents - before.cents).toBe(125_050);
		expect(after.moneyUnknown - before.moneyUnknown).toBe(1);
	});

	it('change on the version that was read, and are taken back', async () => {
		const approachId = await add('Wisselend geld');
		const { id } = await kernel.run(professional, addMeans, { approachId, kind: 'money' });
		const change = { meansId: id, version: 1, kind: 'money', amount: 99.95 };
		await kernel.run(professional, changeMeans, change);
		await expect(kernel.run(professional, changeMeans, change)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { amount: 99.95, version: 2 } },
		});
		const withdrawal = { meansId: id, version: 2, reason: 'Vervallen' };
		await kernel.run(professional, withdrawMeans, withdrawal);
		expect(await kernel.ask(reader, listMeans, { approachId })).toEqual([]);

		const ask = (actor: typeof reader) => kernel.ask(actor, readApproach, { approachId });
		expect((await ask(professional)).withdrawn.means).toMatchObject([
			{ id, version: 3, withdrawnReason: 'Vervallen' },
		]);
		expect((await ask(reader)).withdrawn.means).toEqual([]);
		await expect(
			kernel.run(reader, restoreMeans, { meansId: id, version: 3 }),
		).rejects.toMatchObject({ status: 403 });
		await kernel.run(professional, restoreMeans, { meansId: id, version: 3 });
		expect(await kernel.ask(reader, listMeans, { approachId })).toMatchObject([{ id, version: 4 }]);
		await expect(
			kernel.run(professional, restoreMeans, { meansId: id, version: 3 }),
		).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});

	it('refuse what is no amount', async () => {
		const input = { approachId: await add('Fout geld'), kind: 'geld', amount: 'veel' };
		await expect(kernel.run(professional, addMeans, input)).rejects.toMatchObject({
			problems: [
				{ path: 'kind', code: 'choose' },
				{ path: 'amount', code: 'not_an_amount' },
			],
		});
		await expect(
			kernel.run(elsewhere.members.professional, addMeans, { ...input, kind: 'money', amount: 1 }),
		).rejects.toMatchObject({ status: 404 });
	});
});

describe('progress', () => {
	it('is reported with its date, the newest first, and taken back', async () => {
		const approachId = await add('Loopt');
		const report = { approachId, status: 'on_course', measured: '12 vrijwilligers' };
		await kernel.run(professional, reportProgress, { ...report, reportedOn: '2-3-2026' });
		const old = { approachId, status: 'not_started', reportedOn: '6-2007' };
		const { id } = await kernel.run(process_manager, reportProgress, old);
		const list = () => kernel.ask(reader, listProgress, { approachId });
		expect(
			(await list()).map(({ reportedOn, organisationName }) => [reportedOn, organisationName]),
		).toEqual([
			['2026-03-02', 'Welzijn Arnhem'],
			['2007-06', 'Gemeente Arnhem'],
		]);
		await kernel.run(professional, withdrawProgress, {
			progressId: id,
			version: 1,
			reason: 'Dubbel',
		});
		expect(await list()).toHaveLength(1);

		const { withdrawn } = await kernel.ask(professional, readApproach, { approachId });
		expect(withdrawn.progress).toMatchObject([{ id, version: 2, withdrawnReason: 'Dubbel' }]);
		await kernel.run(professional, restoreProgress, { progressId: id, version: 2 });
		expect(await list()).toHaveLength(2);
		const after = await kernel.ask(professional, readApproach, { approachId });
		expect(after.withdrawn.progress).toEqual([]);
	});

	it('lies never in the future', async () => {
		const input = { approachId: await add('Straks'), status: 'done', reportedOn: '3-3-2026' };
		await expect(kernel.run(professional, reportProgress, input)).rejects.toMatchObject({
			problems: [{ path: 'reportedOn', code: 'future_date' }],
		});
	});
});

describe('the public', () => {
	it('reads the plan when it was made public, and then only the plan', async () => {
		const approachId = await add('Openbaar');
		const ask = () => kernel.ask(home.visitor, readPlan, { trajectoryId });
		await makePublic(world, home, ['agenda']);
		await expect(ask()).rejects.toMatchObject({ code: 'sign_in_first' });
		await makePublic(world, home, ['plan']);
		const { approaches, items, withdrawn } = await ask();
		expect(approaches.some(({ id }) => id === approachId)).toBe(true);
		expect([items, withdrawn]).toEqual([[], []]);
		await expect(
			kernel.run(home.visitor, addMeans, { approachId, kind: 'money' }),
		).rejects.toMatchObject({ status: 401 });
		await makePublic(world, home, []);
	});
});
