import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	sourceServer,
	type Reply,
	type SourceServer,
} from '#server/fetching/source-server.test-data.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { FigureFileError } from './file-error.ts';
import { openOData3 } from './odata3-table.ts';
import { fetchingFrom, readTable } from './opened-table.test-data.ts';
import type { FetchProgress, TableAsked } from './table-asked.ts';

let folder: string;
let server: SourceServer | undefined;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'tables-'));
});
afterEach(async () => {
	await server?.close();
	server = undefined;
	await rm(folder, { recursive: true });
});

const context = (report?: (progress: FetchProgress) => void) =>
	fetchingFrom(server!.address, folder, report);
const asked = (table: string, only = {}): TableAsked => ({ service: 'odata3', table, only });

/** Answers of version 3 by part; a list of lists is pages that follow each other. */
async function serve3(
	parts: Record<string, object[] | object[][]>,
	before?: (path: string, times: number) => Reply | undefined,
) {
	server = await sourceServer((asking, times) => {
		const special = before?.(asking, times);
		if (special) return special;
		const [, , part = ''] = asking.split(/[/?]/);
		const list = parts[part];
		if (!list) return undefined;
		const pages = (Array.isArray(list[0]) ? list : [list]) as object[][];
		const at = Number(/\$skiptoken=(\d+)/.exec(asking)?.[1] ?? 0);
		// CBS writes http: in its links, whatever it was asked by.
		const next = new URL(
			`${asking.split('?')[0]}?$format=json&$skiptoken=${at + 1}`,
			server!.address,
		);
		return {
			json: { value: pages[at], ...(at < pages.length - 1 && { 'odata.nextLink': next.href }) },
		};
	});
	return server;
}

const info = (Identifier: string, Title: string, more = {}) => [
	{ Identifier, Title, Modified: '2026-05-01T02:00:00', Period: '2020', ...more },
];
const topic = (Key: string, Position: number, Title: string, more = {}) => ({
	ID: Position + 10,
	Position,
	ParentID: null,
	Type: 'Topic',
	Key,
	Title,
	Unit: '%',
	Decimals: 1,
	Description: '',
	...more,
});
const dimension = (Key: string, Type = 'Dimension', more = {}) => ({ Key, Type, ...more });
const geo = dimension('WijkenEnBuurten', 'GeoDetail', { MapYear: 2024 });
const areas = [
	{ Key: 'NL01      ', Title: 'Nederland' },
	{ Key: 'PV25  ', Title: 'Gelderland' },
	{ Key: 'GM0202    ', Title: 'Arnhem' },
	{ Key: 'WK020210  ', Title: 'Geitenkamp' },
];

const health = {
	TableInfos: info('50150NED', 'Gezondheid per wijk en buurt; 2012/2024', { RecordCount: 9 }),
	DataProperties: [
		dimension('Leeftijd'),
		dimension('Marges'),
		geo,
		dimension('Perioden', 'TimeDimension'),
		topic('Gemeentenaam_1', 1, 'Gemeentenaam', { Unit: 'naam' }),
		topic('Eenzaam_25', 2, 'Eenzaam'),
	],
	WijkenEnBuurten: areas,
	Leeftijd: [
		{ Key: '20300   ', Title: '18 jaar of ouder' },
		{ Key: '80200   ', Title: '65 jaar of ouder' },
	],
	Marges: [
		{ Key: 'MW00000', Title: 'Waarde' },
		{ Key: 'MOG0095', Title: 'Ondergrens 95%-interval' },
		{ Key: 'MBG0095', Title: 'Bovengrens 95%-interval' },
	],
	Perioden: [
		{ Key: '2022JJ00', Title: '2022', Status: 'Definitief' },
		{ Key: '2024JJ00', Title: '2024', Status: 'Voorlopig' },
	],
};
const line = (area: string, age: string, margin: string, year: number, value: string) => ({
	ID: 1,
	Leeftijd: age.padEnd(8),
	Marges: margin,
	WijkenEnBuurten: area.padEnd(10),
	Perioden: `${year}JJ00`,
	Gemeentenaam_1: 'Arnhem                  ',
	Eenzaam_25: value.padStart(8),
});
const healthPages = [
	[
		line('NL01', '20300', 'MW00000', 2024, '47.2'),
		line('WK020210', '20300', 'MW00000', 2022, '51.0'),
		line('WK020210', '20300', 'MW00000', 2024, '52.5'),
		line('PV25', '20300', 'MW00000', 2024, '46.0'),
	],
	[
		line('WK020210', '20300', 'MOG0095', 2024, '49.0'),
		line('WK020210', '20300', 'MBG0095', 2024, '56.0'),
		// The same line on two pages is one line.
		line('WK020210', '20300', 'MW00000', 2024, '52.5'),
		line('WK020210', '80200', 'MW00000', 2024, '.'),
	],
];

describe('a table of version 3 with ages, margins and years', () => {
	it('becomes a series per age and year, with its margins beside the values', async () => {
		await serve3({ ...health, UntypedDataSet: healthPages });
		const told: FetchProgress[] = [];
		const table = await openOData3(
			asked('50150NED'),
			context((one) => told.push(one)),
		);
		const { keys, cells } = await readTable(table);
		expect(keys).toEqual(['Eenzaam 2022', 'Eenzaam 2024', 'Eenzaam/80200 2024']);
		expect(cells.get('WK020210 Eenzaam 2024')).toEqual([52.5, 49, 56]);
		expect(cells.get('WK020210 Eenzaam 2022')).toEqual([51, NaN, NaN]);
		expect(cells.get('WK020210 Eenzaam/80200 2024')).toBe('unknown_or_secret');
		// No line speaks of it.
		expect(cells.get('NL Eenzaam 2022')).toBe('not_published');
		expect(table.facts).toMatchObject({
			tableId: '50150NED',
			publisher: 'RIVM',
			period: '2022-2024',
			boundaryYear: 2024,
			publishedOn: '2026-05-01',
			source: 'odata3',
		});
		expect(table.series.map(({ indicator }) => indicator)).toEqual(['lonely', 'lonely', null]);
		expect(table.series.map(({ isProvisional }) => isProvisional)).toEqual([false, true, true]);
		expect(table.series[2]).toMatchObject({
			title: 'Eenzaam, 65 jaar of ouder',
			kind: 'model_estimate',
			dimensions: [{ name: 'Leeftijd', code: '80200', label: '65 jaar of ouder' }],
		});
		expect(table.areaNames.get('WK020210')).toBe('Geitenkamp');
		expect(table.skipped).toBe(1);
		expect(told.at(-1)).toMatchObject({ records: 8, total: 9 });
	});

	it('asks for one age by the key as the source pads it', async () => {
		await serve3({ ...health, UntypedDataSet: healthPages });
		(await openOData3(asked('50150NED', { Leeftijd: '20300' }), context())).drop();
		expect(server!.asked).toContain(
			"/50150NED/UntypedDataSet?$format=json&$filter=Leeftijd eq '20300   '",
		);
	});

	it('refuses a figure that is given twice with another value', async () => {
		const other = [...healthPages, [line('NL01', '20300', 'MW00000', 2024, '47.3')]];
		await serve3({ ...health, UntypedDataSet: other });
		const table = await openOData3(asked('50150NED'), context());
		await expect(readTable(table)).rejects.toMatchObject({
			problem: { code: 'figures.contradiction', area: 'NL', series: 'Eenzaam' },
		});
		table.drop();
	});

	it('names lines that are no figures, and leaves nothing on disk but the pages', async () => {
		const wrong = [[line('WK020210', '20300', 'MW00000', 2024, 'veel')]];
		await serve3({ ...health, UntypedDataSet: wrong });
		const opening = openOData3(asked('50150NED'), context());
		await expect(opening).rejects.toBeInstanceOf(FigureFileError);
		expect(await readdir(path.join(folder, 'cells'))).toEqual([]);
	});

	it('asks per municipality where the source does not give so much at once', async () => {
		await serve3({ ...health, UntypedDataSet: healthPages.flat() }, (asking) => {
			if (!asking.includes('UntypedDataSet')) return undefined;
			if (!asking.includes('startswith'))
				return (response) =>
					response.writeHead(500).end('The query returns more than 10000 records.');
			const start = /startswith\(WijkenEnBuurten,'(..)/.exec(asking)?.[1] as string;
			const starts = start === 'NL' ? ['NL'] : ['GM', 'WK', 'BU'];
			return {
				json: {
					value: healthPages
						.flat()
						.filter(({ WijkenEnBuurten: code }) => starts.includes(code.slice(0, 2))),
				},
			};
		});
		const { cells } = await readTable(await openOData3(asked('50150NED'), context()));
		expect(cells.get('WK020210 Eenzaam 2024')).toEqual([52.5, 49, 56]);
		expect(cells.get('NL Eenzaam 2024')).toEqual([47.2, NaN, NaN]);
	});

	it('goes on where it broke off, and begins anew when the source has a newer version', async () => {
		let fails = true;
		const answers = { ...health, UntypedDataSet: healthPages };
		await serve3(answers, (asking) =>
			fails && asking.includes('UntypedDataSet?$format=json&$skiptoken=1')
				? (response) => response.writeHead(502).end()
				: undefined,
		);
		await expect(openOData3(asked('50150NED'), context())).rejects.toMatchObject({
			problem: 'failing',
		});
		fails = false;
		(await openOData3(asked('50150NED'), context())).drop();
		const first = '/50150NED/UntypedDataSet?$format=json';
		expect(server!.asked.filter((one) => one === first)).toHaveLength(1);
		answers.TableInfos = info('50150NED', 'Gezondheid per wijk en buurt', { Modified: 'later' });
		const table = await openOData3(asked('50150NED'), context());
		table.drop();
		await table.done();
		expect(server!.asked.filter((one) => one === first)).toHaveLength(2);
	});
});

describe('registered crimes', () => {
	it('become a series per type of crime, known by its code', async () => {
		const crime = (SoortMisdrijf: string, Perioden: string, count: number) => ({
			ID: 1,
			SoortMisdrijf,
			WijkenEnBuurten: 'WK020210  ',
			Perioden,
			GeregistreerdeMisdrijven_1: `       ${count}`,
		});
		await serve3({
			TableInfos: info('47018NED', 'Geregistreerde misdrijven; soort misdrijf, wijk, buurt'),
			DataProperties: [
				dimension('SoortMisdrijf'),
				geo,
				dimension('Perioden', 'TimeDimension'),
				topic('GeregistreerdeMisdrijven_1', 1, 'Geregistreerde misdrijven', { Unit: 'aantal' }),
			],
			WijkenEnBuurten: areas,
			SoortMisdrijf: [
				{ Key: '0.0.0 ', Title: 'Totaal misdrijven' },
				{ Key: '1.1.1 ', Title: '1.1.1 Diefstal/inbraak woning' },
				{ Key: '9.9.9 ', Title: '9.9.9 Iets nieuws' },
			],
			Perioden: [{ Key: '2024JJ00', Title: '2024', Status: 'Definitief' }],
			UntypedDataSet: [
				crime('0.0.0 ', '2024JJ00', 210),
				crime('1.1.1 ', '2024JJ00', 12),
				crime('9.9.9 ', '2024JJ00', 0),
			],
		});
		const { cells, table } = await readTable(await openOData3(asked('47018NED'), context()));
		expect(cells.get('WK020210 GeregistreerdeMisdrijven/1.1.1 2024')).toBe(12);
		expect(cells.get('WK020210 GeregistreerdeMisdrijven/9.9.9 2024')).toBe(0);
		expect(table.series.map(({ indicator }) => indicator)).toEqual([
			'crimes',
			'crimes-burglary-home',
			// Not in the catalogue: used under its own title.
			null,
		]);
		expect(table.series[2]?.title).toBe('Geregistreerde misdrijven, 9.9.9 Iets nieuws');
		expect(table.facts.publisher).toBe('Politie');
	});
});

describe.skipIf(!hasSharedData)('the published table of 2020 as a feed of version 3', () => {
	const json = async (name: string) => {
		const text = await readFile(sharedData(`cbs-kwb-2020/odata3/${name}`), 'utf8');
		const parsed = JSON.parse(text) as { value?: object[] };
		return parsed.value ?? [parsed];
	};

	it('is read cell by cell, padding, places and all', async () => {
		const typed = (await Promise.all(
			['NL00', 'GM0202', 'GM0546', 'GM1658'].map((code) => json(`TypedDataSet_${code}.json`)),
		)) as Record<string, string | number | null>[][];
		// The untyped set writes every number as a padded text.
		const untyped = typed.map((page) =>
			page.map((row) =>
				Object.fromEntries(
					Object.entries(row).map(([key, cell]) => [
						key,
						typeof cell === 'number' && key !== 'ID' ? String(cell).padStart(8) : cell,
					]),
				),
			),
		);
		await serve3({
			TableInfos: await json('TableInfos.json'),
			DataProperties: await json('DataProperties.json'),
			WijkenEnBuurten: await json('WijkenEnBuurten_pilot.json'),
			UntypedDataSet: untyped,
		});
		const { cells, table } = await readTable(await openOData3(asked('84799NED'), context()));
		let compared = 0;
		for (const row of typed.flat()) {
			const code = String(row.WijkenEnBuurten).trim().replace(/^NL.*/, 'NL');
			for (const { sourceKey, measure } of table.series) {
				const cell = row[sourceKey];
				const expected =
					typeof cell === 'number'
						? cell
						: cell === null
							? 'not_published'
							: String(cell).trim() === '.'
								? 'unknown_or_secret'
								: 'cannot_occur';
				expect(cells.get(`${code} ${measure} 2020`), `${code} ${sourceKey}`).toBe(expected);
				compared += 1;
			}
		}
		expect(compared).toBeGreaterThan(20_000);
		expect(table.facts).toMatchObject({ tableId: '84799NED', boundaryYear: 2020, period: '2020' });
		const provisional = table.series.filter(({ isProvisional }) => isProvisional);
		expect(provisional.map(({ measure }) => measure)).toContain('OpleidingsniveauLaag');
		expect(provisional.map(({ measure }) => measure)).not.toContain('AantalInwoners');
	});
});
