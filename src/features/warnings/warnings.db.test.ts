import { beforeAll, describe, expect, it } from 'vitest';
import { storeModel, type ModelPublication } from '#features/figures/model.test-data.ts';
import {
	takeUpAsFinding,
	takeUpAsNeed,
	undoTakingUp,
} from '#features/analysis/warning-taking.commands.server.ts';
import { listWarningOutcomes } from '#features/analysis/warning-taking.queries.server.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { reading, writing } from '#server/database/transaction.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { computeWarnings } from './compute.server.ts';
import { computeOwnWarnings, setAside, takeBack } from './warning.commands.server.ts';
import { listTrajectoryWarnings, listWarnings, readWarning } from './warning.queries.server.ts';
import { addRule, changeRule, resetRule, switchRule } from './rule.commands.server.ts';
import { listRules, previewRule, readRule } from './rule.queries.server.ts';

let world: World;
const poor = 'low-income-households';
const district = 'WK020210';
const rule = {
	kind: 'level',
	name: 'Veel lage inkomens',
	levels: ['district'],
	indicators: [poor],
	way: 'unfavourable',
	against: 'municipality',
	difference: 5,
	unit: 'points',
};

beforeAll(async () => {
	world = await testWorld();
	await bring({ GM0202: 10, WK020210: 18, WK020211: 12 });
	const { rules } = await world.kernel.ask(analyst(), listRules, {});
	for (const { key, version } of rules)
		await world.kernel.run(analyst(), switchRule, { ruleKey: key, version, isOn: false });
	await world.kernel.run(analyst(), addRule, { rule });
	await compute();
});

const analyst = () => world.home.members.analyst;
const compute = () => world.kernel.run(analyst(), computeOwnWarnings, {});
const open = async () => (await world.kernel.ask(analyst(), listWarnings, {})).items;
const withState = async (state: string) => (await world.kernel.ask(analyst(), listWarnings, { state })).items; // prettier-ignore

/** Brings the share of low incomes in a year; a later call takes the place of an earlier one of that year. */
async function bring(
	values: Record<string, number | null>,
	year = 2020,
	margin: number | null = null,
) {
	const cell = (value: number | null) => value === null ? { missing: 2 } : { value, margin: margin === null ? null : ([value - margin, value + margin] as [number, number]), base: null }; // prettier-ignore
	const publication: ModelPublication = {
		table: 'A',
		publisher: 'CBS',
		boundaryYear: year,
		source: 'file',
		isReplaced: false,
		series: [{ measure: poor, indicator: poor, period: String(year) }],
		held: new Map(Object.entries(values).map(([code, value]) => [code, [cell(value)]])),
	};
	await writing(world.kernel.pool, scopeOf(world.home.system), {
		async work(tx) {
			await tx
				.updateTable('publication')
				.set({ replaced_at: new Date() })
				.where('municipality_id', '=', world.home.id)
				.where('boundary_year', '=', year)
				.execute();
			const stored = await storeModel(tx, world.home.id, {
				publications: [publication],
				changed: [],
			});
			return { outcome: stored };
		},
	});
}

describe('a warning', () => {
	it('is found for the area that stands out, with its figure and what it is compared with', async () => {
		const [found, ...others] = await open();
		expect(others).toEqual([]);
		expect(found).toMatchObject({ areaCode: district, subject: poor, state: 'new' });
		expect(found?.details.signs[0]).toMatchObject({ difference: 8, way: 'higher', since: '2020' });
	});

	it('stays away when it was set aside and its figures are the same, wherever they were read', async () => {
		const [found] = await open();
		const warningId = found!.id;
		await world.kernel.run(analyst(), setAside, { warningId, reason: 'Dit weten we al.' });
		expect(await open()).toEqual([]);
		await bring({ GM0202: 10, WK020210: 18, WK020211: 12 });
		expect(await compute()).toMatchObject({ found: 1, came: 0, returned: 0, went: 0 });
		expect(await open()).toEqual([]);
		expect(await withState('set_aside')).toHaveLength(1);
	});

	it('comes back when its figures change, with what was done before', async () => {
		await bring({ GM0202: 10, WK020210: 19, WK020211: 12 });
		expect(await compute()).toMatchObject({ found: 1, returned: 1 });
		const [found] = await open();
		expect(found).toMatchObject({ state: 'returned' });
		expect(found?.answers).toMatchObject([{ kind: 'set_aside', isAboutNow: false, reason: 'Dit weten we al.' }]); // prettier-ignore
	});

	it('that is set aside can be taken back', async () => {
		const [found] = await open();
		const warningId = found!.id;
		await world.kernel.run(analyst(), setAside, { warningId, reason: 'Nog eens.' });
		await world.kernel.run(analyst(), takeBack, { warningId });
		expect(await open()).toHaveLength(1);
		await expect(world.kernel.run(analyst(), takeBack, { warningId })).rejects.toMatchObject({ code: 'warning.not_set_aside' }); // prettier-ignore
		const { answers } = await world.kernel.ask(analyst(), readWarning, { warningId });
		expect(answers).toHaveLength(2);
	});

	it('goes when the figures no longer give it, or are missing, and keeps its history', async () => {
		await bring({ GM0202: 10, WK020210: null, WK020211: 12 });
		expect(await compute()).toMatchObject({ found: 0, went: 1 });
		expect(await withState('gone')).toHaveLength(1);
		await bring({ GM0202: 10, WK020210: 19, WK020211: 12 });
		expect(await compute()).toMatchObject({ found: 1, came: 1 });
	});

	it('of an area does not depend on the order in which the areas are looked at', async () => {
		const content = (await world.kernel.ask(analyst(), listRules, {})).rules.find(({ isOn }) => isOn)!.content; // prettier-ignore
		const areas = ['WK020210', 'WK020211'].map((code) => ({ code, name: code, level: 'district' as const })); // prettier-ignore
		const around = { names: new Map([['GM0202', 'Arnhem']]), comparable: new Map() };
		const find = (some: typeof areas) =>
			reading(world.kernel.pool, scopeOf(world.home.system), (reader) =>
				computeWarnings(reader, world.home.id, [{ key: 'x', content }], some, around),
			);
		const found = await find(areas);
		expect(found).toHaveLength(1);
		expect(await find(areas.toReversed())).toEqual(found);
	});

	it('is not there within the margin of the difference', async () => {
		await bring({ GM0202: 10, WK020210: 19, WK020211: 12 }, 2020, 7);
		expect(await compute()).toMatchObject({ found: 0 });
		await bring({ GM0202: 10, WK020210: 19, WK020211: 12 });
		expect(await compute()).toMatchObject({ found: 1 });
	});
});

describe('taking a warning up', () => {
	it('makes a finding that cites the figure, and can be undone', async () => {
		const { trajectoryId } = world.home;
		const manager = world.home.members.process_manager;
		await writing(world.kernel.pool, scopeOf(world.home.system), {
			work: async (tx) => ({ outcome: await tx.updateTable('trajectory').set({ area_code: district }).where('id', '=', trajectoryId).execute() }), // prettier-ignore
		});
		const list = () => world.kernel.ask(manager, listTrajectoryWarnings, { trajectoryId });
		const [found] = (await list()).items;
		const which = { trajectoryId, warningId: found!.id };
		const finding = { kind: 'risk', text: 'Veel lage inkomens.', themes: ['budgettering'] };
		const { id } = await world.kernel.run(manager, takeUpAsFinding, { ...which, ...finding });
		expect((await list()).items).toEqual([]);
		const outcomes = () => world.kernel.ask(manager, listWarningOutcomes, { trajectoryId });
		expect(await outcomes()).toMatchObject([{ id, kind: 'finding', state: 'in_form' }]);
		await expect(world.kernel.run(manager, takeUpAsNeed, { ...which, theme: 'budgettering', question: 'Wat?' })).rejects.toMatchObject({ code: 'warning.answered' }); // prettier-ignore
		await world.kernel.run(manager, undoTakingUp, which);
		expect(await outcomes()).toMatchObject([{ id, state: 'withdrawn' }]);
		expect((await list()).items).toHaveLength(1);
	});

	it('makes a question as well', async () => {
		const { trajectoryId } = world.home;
		const manager = world.home.members.process_manager;
		const [found] = await open();
		const which = { trajectoryId, warningId: found!.id };
		await world.kernel.run(manager, takeUpAsNeed, { ...which, theme: 'budgettering', question: 'Wat speelt er?' }); // prettier-ignore
		const outcomes = await world.kernel.ask(manager, listWarningOutcomes, { trajectoryId });
		expect(outcomes.find(({ kind }) => kind === 'knowledge_need')).toMatchObject({ state: 'open' });
		await world.kernel.run(manager, undoTakingUp, which);
	});
});

describe('a rule', () => {
	it('says what it would find before it is kept', async () => {
		const wider = { ...rule, difference: 1 };
		const found = await world.kernel.ask(analyst(), previewRule, { rule: wider });
		expect(found.map(({ area }) => area.code).sort()).toEqual(['WK020210', 'WK020211']);
		expect(await open()).toHaveLength(1);
	});

	it('that came with the program can be adapted, keeps its versions, and goes back', async () => {
		const ruleKey = 'zorgen-om-geld';
		const read = () => world.kernel.ask(analyst(), readRule, { ruleKey });
		const before = await read();
		await world.kernel.run(analyst(), changeRule, { ruleKey, version: before.version, rule });
		const adapted = await read();
		expect(adapted).toMatchObject({ isChanged: true, content: { difference: 5 } });
		await world.kernel.run(analyst(), resetRule, { ruleKey, version: adapted.version });
		const back = await read();
		expect(back).toMatchObject({ isChanged: false, isOn: false, content: before.content });
		expect(back.history.map(({ content }) => content !== null)).toEqual([false, true, false]);
	});

	it('refuses what cannot be told', async () => {
		const bad = { ...rule, indicators: ['residents', 'rented'] };
		await expect(world.kernel.run(analyst(), addRule, { rule: bad })).rejects.toMatchObject({
			problems: [
				{ path: 'rule.way', code: 'no_direction' },
				{ path: 'rule.indicators', code: 'is_a_count' },
			],
		});
	});
});
