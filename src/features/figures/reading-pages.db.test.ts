import { beforeAll, expect, it } from 'vitest';
import { importFigures } from '#features/publications/import-figures.server.ts';
import { memoryFile } from '#features/publications/memory-file.test-data.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { writing } from '#server/database/transaction.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { listComparable, showCompared } from './comparing.queries.server.ts';
import { showProfile } from './figures.queries.server.ts';
import { showIndicator } from './indicator.queries.server.ts';

const header =
	'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;AantalInwoners_5;k_0Tot15Jaar_8;k_65JaarOfOuder_12;HuishoudensTotaal_28;Eenpersoonshuishoudens_29;HuishoudensMetKinderen_31;Omgevingsadressendichtheid_116';
// Residents, young, old, households, living alone, with children, addresses around.
const areas: Record<string, string> = {
	NL00: '17000000;2700000;3400000;8000000;3000000;2600000;2000',
	GM0202: '161000;25000;24000;85000;42000;24000;2100',
	GM0344: '350000;60000;40000;180000;95000;50000;3000',
	WK020201: '4000;600;650;2000;1000;550;1700',
	WK020202: '8000;700;500;5000;4000;400;4500',
	WK020203: '4000;600;650;2000;1000;550;.',
	WK034401: '4100;620;660;2050;1020;560;1750',
	WK034402: '9000;2000;600;3500;900;1900;1200',
	WK034403: '60;9;10;30;15;8;1700',
	WK034404: '4000;610;.;.;.;.;1700',
};
const nameOf = (code: string) => (code === 'NL00' ? 'Land' : code.startsWith('GM') ? 'Gemeente' : 'Wijk'); // prettier-ignore
const town = (code: string) => (code.slice(2, 6) === '0344' ? 'Utrecht' : code === 'NL00' ? 'Nederland' : 'Arnhem'); // prettier-ignore
const csvOf = (change: (code: string, cells: string) => string = (_, cells) => cells) =>
	[header, ...Object.entries(areas).map(([code, cells], at) => `${at};${code};${town(code)};${nameOf(code)};${code};${change(code, cells)}`)].join('\r\n'); // prettier-ignore

let world: World;
beforeAll(async () => {
	world = await testWorld();
	const { home, clock, kernel } = world;
	const bring = (name: string, table: string, csv: string) =>
		writing(kernel.pool, scopeOf(home.system), {
			async work(tx) {
				const context = { municipalityId: home.id, now: clock.now(), options: { table } };
				return { outcome: await importFigures(tx, [memoryFile(name, csv)], context) };
			},
		});
	await bring('kwb2019.csv', '84583NED', csvOf((code, cells) => (code === 'WK020201' ? cells.replace('4000', '3900') : cells))); // prettier-ignore
	await bring('kwb2020.csv', '84799NED', csvOf());
	// The newest year: published for residents only.
	await bring('kwb2021.csv', '85039NED', csvOf((_, cells) => `${cells.split(';')[0]};;;;;;`)); // prettier-ignore
});

const ask: World['kernel']['ask'] = (...args) => world.kernel.ask(...args);
const like = (over: object = {}) =>
	ask(world.home.visitor, listComparable, { code: 'WK020201', ...over });

it('finds the areas most alike in the newest year that knows enough, with the reasons to doubt', async () => {
	const { areas: found, basis, used, least, leftOut } = await like();
	expect(basis).toMatchObject({ tableId: '84799NED', period: '2020', boundaryYear: 2020 });
	// WK020203 lacks one characteristic of five, WK034404 three; WK034403 has too few residents.
	expect(found.map(({ code, shared }) => [code, shared])).toEqual([
		['WK020203', 4],
		['WK034401', 5],
		['WK034402', 5],
		['WK020202', 5],
	]);
	expect(found[0]).toMatchObject({ distance: 0, municipalityName: 'Arnhem' });
	expect(used.map(({ characteristic, own }) => [characteristic.id, own])).toEqual([
		['urbanity', 1700],
		['living-alone', 50],
		['with-children', 27.5],
		['young', 15],
		['older', 16.25],
	]);
	expect(least).toBe(4);
	expect(leftOut.map(({ id }) => id)).toContain('owner-occupied');
});

it('looks elsewhere, for fewer, and by other characteristics when asked', async () => {
	const elsewhere = await like({ place: 'elsewhere', count: 1 });
	expect(elsewhere.areas.map(({ code }) => code)).toEqual(['WK034401']);
	const own = await like({ place: 'municipality' });
	expect(own.areas.map(({ code }) => code)).toEqual(['WK020203', 'WK020202']);
	const ages = await like({ characteristics: ['young', 'older', 'with-children'] });
	expect(ages.least).toBe(3);
	expect(ages.used).toHaveLength(3);
});

it('finds nothing by fewer than three characteristics, nor for the country', async () => {
	expect((await like({ characteristics: ['young', 'older'] })).basis).toBeNull();
	expect((await like({ code: 'NL' })).areas).toEqual([]);
	await expect(like({ code: 'WK999999' })).rejects.toMatchObject({ code: 'area.not_imported' });
});

it('shows in a profile the newest year that was filled, with the years before and the comparable areas', async () => {
	const { lines, comparable } = await ask(world.home.visitor, showProfile, { code: 'WK020201' });
	const lineOf = (indicator: string) => lines.find((line) => line.indicator === indicator);
	expect(lineOf('residents')).toMatchObject({ period: '2021', own: { value: 4000 } });
	expect(lineOf('residents')?.years.map(({ period, own }) => [period, own])).toEqual([
		['2019', 3900],
		['2020', 4000],
		['2021', 4000],
	]);
	expect(lineOf('aged-0-14')).toMatchObject({ period: '2020', own: { value: 600 } });
	expect(comparable?.map(({ code }) => code)).toContain('WK034401');
	// Of 600, 620, 700 and 2000.
	expect(lineOf('aged-0-14')?.comparable).toMatchObject({ middle: 660, count: 4 });
});

it('puts the areas of a municipality in order, and says who has no figure and why', async () => {
	const page = await ask(world.home.visitor, showIndicator, {
		id: 'address-density',
		areaCode: 'WK020203',
	});
	expect(page.series).toMatchObject({ period: '2020', indicator: 'address-density' });
	expect(page.ranking).toMatchObject({ level: 'district', scope: 'municipality', total: 2 });
	expect(page.ranking?.areas.map(({ code, rank }) => [code, rank])).toEqual([
		['WK020202', 1],
		['WK020201', 2],
	]);
	expect(page.ranking?.missing).toMatchObject([
		{ reason: 'unknown_or_secret', count: 1, areas: [{ code: 'WK020203' }] },
	]);
});

it('puts the areas of the country in order, with equal ones on one place', async () => {
	const page = await ask(world.home.visitor, showIndicator, {
		id: 'address-density',
		areaCode: 'WK020201',
		scope: 'country',
	});
	expect(page.ranking?.areas.map(({ rank, isShared }) => [rank, isShared])).toEqual([
		[1, false],
		[2, false],
		[3, true],
		[3, true],
		[3, true],
		[6, false],
	]);
	expect(page.ranking?.missing).toMatchObject([{ reason: 'unknown_or_secret', count: 1 }]);
});

it('has a page for a column that the catalogue does not know, and an empty one for what was never imported', async () => {
	const known = await ask(world.home.visitor, showIndicator, { id: 'kwb:AantalInwoners' });
	expect(known.series).toMatchObject({ measure: 'AantalInwoners', period: '2021' });
	expect(known.courses.map(({ area, values }) => [area.code, values.length])).toEqual([
		['GM0202', 3],
		['NL', 3],
	]);
	const never = await ask(world.home.visitor, showIndicator, { id: 'smoker' });
	expect(never).toMatchObject({ series: null, ranking: null, periods: [] });
});

it('puts areas side by side, in the order that is asked, and says which are not known', async () => {
	const codes = ['WK020202', 'WK034402', 'WK999999', 'WK020202'];
	const { areas: shown, unknown, lines } = await ask(world.home.visitor, showCompared, { codes });
	expect(shown.map(({ code }) => code)).toEqual(['WK020202', 'WK034402']);
	expect(unknown).toEqual(['WK999999']);
	const young = lines.find(({ line }) => line.indicator === 'aged-0-14');
	expect(young?.values).toEqual([{ value: 700 }, { value: 2000 }]);
	expect(young?.line.country).toEqual({ value: 2700000 });
});

it('puts no more than six side by side, and shows nothing of another municipality', async () => {
	const codes = Array.from({ length: 7 }, (_, at) => `WK02020${at}`);
	await expect(ask(world.home.visitor, showCompared, { codes })).rejects.toMatchObject({
		problems: [{ path: 'codes', code: 'too_many', params: { limit: 6 } }],
	});
	const asked = { codes: ['WK020202'] };
	expect(await ask(world.elsewhere.visitor, showCompared, asked)).toMatchObject({ areas: [], lines: [] }); // prettier-ignore
	const page = await ask(world.elsewhere.visitor, showIndicator, { id: 'address-density' });
	expect(page.series).toBeNull();
});
