import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import type { Measured } from '#features/figures/measured.ts';
import { seriesList } from '#features/figures/series.server.ts';
import type { SeriesFacts } from '#features/figures/series.ts';
import { valuesOfSeries } from '#features/figures/values.server.ts';
import { importFigures } from '#features/publications/import-figures.server.ts';
import { fileAt } from '#features/publications/import-source.ts';
import { ownImportCheck } from '#features/publications/own-import.queries.server.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { reading, writing } from '#server/database/transaction.ts';
import { readXlsx } from '#server/spreadsheets/xlsx-read.ts';
import { carryOutFile, describeOwnFile, knowTheseAreas } from '#tests/support/own-counts.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { testWorld, type TestMunicipality, type World } from '#tests/support/world.ts';

/**
 * Whether what is read here is what the published files say: the files go in through the import, come back through the
 * layer that every page, map and download reads through, and are compared cell by cell with the text of the file, read
 * without any of our readers. Which areas: all of them, or all of three municipalities.
 */
const threeMunicipalities = /^(NL|(GM|WK|BU)(0202|0546|1658))/;
const csv2020 = 'cbs-kwb-2020/kwb2020_heel_nederland.csv.gz';
const rivm2020 = 'rivm-health/gezondheid_2020_18plus_heel_nederland.csv.gz';
const scores = 'leefbaarometer/leefbaarometer_wijken_arnhem_fragment.csv';
const utrecht = 'cbs-kwb-2023-utrecht/kwb-2023-utrecht.xlsx';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

async function bringIn(...names: string[]): Promise<string> {
	const { home, kernel, clock } = world;
	const context = { municipalityId: home.id, now: clock.now(), options: {} };
	const files = names.map((name) => fileAt(sharedData(name)));
	const outcome = await writing(kernel.pool, scopeOf(home.system), {
		work: async (tx) => ({ outcome: await importFigures(tx, files, context) }),
	});
	// What autovacuum does a minute later: so much read at once takes many times as long without it.
	await sqlAsOwner(world.database.owner, 'ANALYZE');
	return outcome.publicationId;
}

type Cell = number | string;
const cellOf = (measured: Measured): Cell => ('value' in measured ? measured.value : measured.missing); // prettier-ignore

/** All that a visitor can read of a publication about these areas: per series its facts and the cells by code. */
function readBack(publicationId: string, codes: string[], town: TestMunicipality = world.home) {
	return reading(world.kernel.pool, scopeOf(town.visitor), async (reader) => {
		const list: { series: SeriesFacts; cells: Map<string, Cell> }[] = [];
		for (const series of await seriesList(reader, town.id, { publicationId })) {
			const values = await valuesOfSeries(reader, town.id, series.seriesId, { codes });
			list.push({ series, cells: new Map(values.map(({ code, measured }) => [code, cellOf(measured)])) }); // prettier-ignore
		}
		return list.sort((a, b) => a.series.position - b.series.position);
	});
}

/** What a cell of a text says. */
function said(text: string): Cell {
	const plain = text.trim();
	if (plain === '' || plain === 'NA') return 'not_published';
	return plain === '.' ? 'unknown_or_secret' : Number(plain);
}

function linesOf(name: string, separator: string): { header: string[]; lines: string[][] } {
	const bytes = readFileSync(sharedData(name));
	const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	const [header = [], ...lines] = text.trimEnd().split(/\r?\n/).map((line) => line.replaceAll('"', '').split(separator)); // prettier-ignore
	return { header, lines };
}

const plainCode = (raw: string) => raw.trim().replace(/^NL.*/, 'NL');

describe.skipIf(!hasSharedData)('the figures of CBS over 2020', () => {
	let publicationId: string;
	beforeAll(async () => {
		publicationId = await bringIn(csv2020);
	}, 120_000);

	/** What CBS answered over OData about the same areas: by code and key. */
	function answered(): Map<string, Record<string, string | number | null>> {
		const rows = ['GM0202', 'GM0546', 'GM1658', 'NL00'].flatMap((code) => {
			const text = readFileSync(
				sharedData(`cbs-kwb-2020/odata3/TypedDataSet_${code}.json`),
				'utf8',
			);
			return (JSON.parse(text) as { value: Record<string, string | number | null>[] }).value;
		});
		return new Map(rows.map((row) => [plainCode(String(row.WijkenEnBuurten)), row]));
	}

	test('read from CSV, are what OData answered, for every area of Arnhem, Leiden and Heeze-Leende', async () => {
		const about = /^(ID|WijkenEnBuurten|Gemeentenaam|SoortRegio|Codering|Indelingswijziging|MeestVoorkomende)/; // prettier-ignore
		const keys = linesOf(csv2020, ';').header.filter((name) => !about.test(name));
		const rows = answered();
		const codes = [...rows.keys()];
		expect(codes).toHaveLength(191);
		const read = await readBack(publicationId, codes);
		expect(read).toHaveLength(keys.length);
		for (const [code, row] of rows) {
			const expected = keys.map((key) =>
				row[key] === null ? 'not_published' : said(String(row[key])),
			);
			expect([code, ...read.map(({ cells }) => cells.get(code))]).toEqual([code, ...expected]);
		}
	}, 120_000);

	test('do not add up, and are left so: buurten are rounded, each by itself', async () => {
		const { header, lines } = linesOf(csv2020, ';');
		const at = header.findIndex((name) => name.startsWith('WijkenEnBuurten'));
		const codes = lines.map((line) => plainCode(line[at]!)).filter((code) => /^(GM0202|BU0202)/.test(code)); // prettier-ignore
		const [residents] = (await readBack(publicationId, codes)).filter(({ series }) => series.indicator === 'residents'); // prettier-ignore
		const whole = residents!.cells.get('GM0202');
		const parts = [...residents!.cells].filter(([code]) => code.startsWith('BU')).map(([, cell]) => cell); // prettier-ignore
		expect(whole).toBe(161_348);
		expect(parts.reduce((sum: number, cell) => sum + Number(cell), 0)).toBe(161_255);
	});
});

describe.skipIf(!hasSharedData)('the figures of RIVM over 2020', () => {
	test('are what the lines say, for every area of the same three municipalities', async () => {
		const publicationId = await bringIn(rivm2020);
		const { header, lines } = linesOf(rivm2020, ';');
		const code = header.indexOf('WijkenEnBuurten');
		const ofThree = lines.filter((line) => threeMunicipalities.test(line[code]!));
		expect(ofThree).toHaveLength(191);
		const read = await readBack(publicationId, ofThree.map((line) => plainCode(line[code]!))); // prettier-ignore
		const first = header.findIndex((name) => /^ErvarenGezondheid/.test(name));
		expect(read.length).toBe(header.length - first);
		const columns = read.map(({ series }) => header.findIndex((name) => name.replace(/_\d+$/, '') === series.measure)); // prettier-ignore
		for (const line of ofThree)
			expect([line[code], ...read.map(({ cells }) => cells.get(plainCode(line[code]!)))]).toEqual([line[code], ...columns.map((column) => said(line[column]!))]); // prettier-ignore
		// They are estimates of a model, and say so.
		expect(new Set(read.map(({ series }) => series.kind))).toEqual(new Set(['model_estimate']));
	}, 120_000);

	test('stand beside another value of another publication for the same year, each with its table, date and boundaries', async () => {
		const { home } = world;
		// The compilation has it under the buurt of that name, with the boundaries of 2024.
		const compiled = JSON.parse(readFileSync(sharedData('neighbourhood-profile-arnhem/GM0202.json'), 'utf8')) as unknown; // prettier-ignore
		const other = goodHealthOf(compiled, 'BU02021053');
		expect(other).toBe(63.5);
		const file = ['Code;Jaar;Goede gezondheid volgens de compilatie', `WK020210;2020;${String(other).replace('.', ',')}`].join('\n'); // prettier-ignore
		const described = await describeOwnFile(world, home, file, { type: 'percentage', origin: 'published', publishedIn: 'Compilatie 2024' }); // prettier-ignore
		await carryOutFile(world, home, described);
		const { lines } = await world.kernel.ask(home.visitor, showProfile, { code: 'WK020210' });
		const health = lines.filter(({ title, measure }) => measure === 'ErvarenGezondheidGoedZeerGoed' || /compilatie/i.test(title)); // prettier-ignore
		expect(health.map(({ own }) => own && cellOf(own)).sort()).toEqual([63.5, 66.5]);
		expect(new Set(health.map(({ tableId }) => tableId)).size).toBe(2);
		for (const line of health) {
			expect(line.period).toBe('2020');
			expect(line.retrievedAt).not.toBeNull();
			expect(line.boundaryYear).toBeGreaterThan(2019);
		}
	});
});

/** The good health of an area in 2020 in the compilation, wherever it stands in it. */
function goodHealthOf(value: unknown, code: string): number | null {
	if (typeof value !== 'object' || value === null) return null;
	const record = value as Record<string, unknown>;
	const health = record.gezondheid as { trend?: Record<string, number> } | undefined;
	if (record.code === code && health) return health.trend?.['2020'] ?? null;
	for (const part of Object.values(record)) {
		const found = goodHealthOf(part, code);
		if (found !== null) return found;
	}
	return null;
}

describe.skipIf(!hasSharedData)('the scores of the Leefbaarometer', () => {
	test('are those of every row, differ from the country by the same everywhere in a year, and add up', async () => {
		const publicationId = await bringIn(scores);
		const { header, lines } = linesOf(scores, ',');
		const read = await readBack(publicationId, [...new Set(lines.map((line) => line[0]!))]);
		const cellAt = (code: string, measure: string, year: string) =>
			read.find(({ series }) => series.measure === measure && series.period === year)?.cells.get(code); // prettier-ignore
		const ofCountry = new Set<string>();
		let addedUp = 0;
		for (const line of lines) {
			const [code, , year] = line as [string, string, string];
			for (const [index, measure] of header.entries())
				if (index > 2) expect([code, year, measure, cellAt(code, measure, year)]).toEqual([code, year, measure, said(line[index]!)]); // prettier-ignore
			const value = (measure: string) => Number(cellAt(code, measure, year));
			ofCountry.add((value('lbm') - value('afw')).toFixed(6));
			const dimensions = ['fys', 'onv', 'soc', 'vrz', 'won'].map((one) => cellAt(code, one, year));
			// In some years the dimensions of an area were not published: then none of them is, and nothing is made of it.
			if (dimensions.includes('not_published')) {
				expect(new Set(dimensions)).toEqual(new Set(['not_published']));
				continue;
			}
			addedUp += 1;
			expect(dimensions.reduce<number>((sum, one) => sum + Number(one), 0)).toBeCloseTo(value('afw'), 6); // prettier-ignore
		}
		expect(lines).toHaveLength(32);
		expect(addedUp).toBeGreaterThan(20);
		expect(ofCountry.size).toBe(1);
	}, 60_000);
});

describe.skipIf(!hasSharedData)('the Excel file of CBS over 2023', () => {
	test('is read cell by cell, for every row of Utrecht', async () => {
		const publicationId = await bringIn(utrecht);
		const rows = readXlsx(readFileSync(sharedData(utrecht)))[0]!.rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : String(cell)))); // prettier-ignore
		const [header = [], ...lines] = rows;
		const code = header.indexOf('gwb_code');
		const read = await readBack(
			publicationId,
			lines.map((line) => line[code]!),
		);
		expect(lines).toHaveLength(122);
		// What measures something, in its order: what is left when the columns about the area itself are taken away.
		const about = /^(gwb_code.*|regio|gm_naam|recs|ind_wbi|pst_mvp)$/;
		const measured = header.flatMap((name, index) => (about.test(name) ? [] : [index]));
		expect(read).toHaveLength(measured.length);
		for (const line of lines)
			expect([line[code], ...read.map(({ cells }) => cells.get(line[code]!))]).toEqual([line[code], ...measured.map((index) => said(line[index] ?? ''))]); // prettier-ignore
	}, 60_000);
});

describe.skipIf(!hasSharedData)('ten years of Baarn, a file of others brought in by hand', () => {
	interface Baarn {
		metadata: { jaren: number[]; indicatoren: Record<string, { label: string }> };
		buurten: Record<string, { wijkcode: string; tijdreeksen: Record<string, Record<string, number | null>> }>; // prettier-ignore
	}
	let baarn: Baarn;
	const town = () => world.elsewhere;

	beforeAll(async () => {
		baarn = JSON.parse(readFileSync(sharedData('baarn-2016-2025/baarn_social_data.json'), 'utf8')) as Baarn; // prettier-ignore
		const buurten = Object.entries(baarn.buurten);
		const wijken = [...new Set(buurten.map(([, { wijkcode }]) => wijkcode))];
		await knowTheseAreas(world, town(), [
			{ code: 'GM0308', parent: 'NL' },
			...wijken.map((code) => ({ code, parent: 'GM0308' })),
			...buurten.map(([code, { wijkcode }]) => ({ code, parent: wijkcode })),
		]);
	});

	/** A line per buurt and year, a column per indicator under the name that it is given. */
	function fileWith(nameOf: (key: string) => string): string {
		const keys = Object.keys(baarn.metadata.indicatoren);
		const lines = Object.entries(baarn.buurten).flatMap(([code, { tijdreeksen }]) =>
			baarn.metadata.jaren.map((year) => [code, year, ...keys.map((key) => String(tijdreeksen[key]?.[year] ?? '').replace('.', ','))].join(';'))); // prettier-ignore
		return [['Code', 'Jaar', ...keys.map(nameOf)].join(';'), ...lines].join('\n');
	}

	test('comes back as it stands, for all 21 buurten, and nothing is no 0', async () => {
		expect(Object.keys(baarn.buurten)).toHaveLength(21);
		const described = await describeOwnFile(world, town(), fileWith((key) => key), { type: 'score', origin: 'published', publishedIn: 'Kerncijfers wijken en buurten' }); // prettier-ignore
		const { publicationId } = await carryOutFile(world, town(), described);
		const codes = Object.keys(baarn.buurten);
		const read = await readBack(publicationId, codes, town());
		let [numbers, gaps] = [0, 0];
		for (const [key] of Object.entries(baarn.metadata.indicatoren))
			for (const year of baarn.metadata.jaren)
				for (const code of codes) {
					const expected = baarn.buurten[code]?.tijdreeksen[key]?.[year] ?? null;
					const measure = key.replaceAll('_', '-');
					const found = read.find(({ series }) => series.measure === measure && series.period === String(year))?.cells.get(code); // prettier-ignore
					if (expected === null)
						expect([key, year, code, typeof found]).not.toEqual([key, year, code, 'number']); // prettier-ignore
					else expect([key, year, code, found]).toEqual([key, year, code, expected]);
					if (expected === null) gaps += 1;
					else numbers += 1;
				}
		expect(numbers).toBeGreaterThan(1000);
		expect(gaps).toBeGreaterThan(100);
	}, 60_000);

	test('is refused where it calls counts percentages', async () => {
		const labels = fileWith((key) => baarn.metadata.indicatoren[key]!.label);
		const { ownImportId } = await describeOwnFile(world, town(), labels, { origin: 'published', publishedIn: 'CBS' }); // prettier-ignore
		const { problems } = await world.kernel.ask(town().members.analyst, ownImportCheck, { ownImportId }); // prettier-ignore
		const wrong = problems.filter(({ kind }) => kind === 'not_a_percentage');
		expect(wrong.length).toBeGreaterThan(0);
		expect(new Set(wrong.map(({ column }) => column))).toEqual(new Set(['% Laag opgeleid', '% Middelbaar opgeleid', '% Hoog opgeleid'])); // prettier-ignore
	}, 60_000);
});
