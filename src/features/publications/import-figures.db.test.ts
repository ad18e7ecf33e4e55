import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArea } from '#features/areas/area.queries.server.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { testWorld, type TestMunicipality, type World } from '#tests/support/world.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { reading, writing } from '#server/database/transaction.ts';
import { listPublications, showProfile } from '#features/figures/figures.queries.server.ts';
import { importFigures, type ImportContext } from './import-figures.server.ts';
import { importProblemOf, type ImportProblem } from './import-problem.ts';
import { fileAt, type SourceFile } from './import-source.ts';
import { arnhem, country, geitenkamp, memoryFile, smallCsv } from './memory-file.test-data.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

function run(
	files: SourceFile[],
	options: ImportContext['options'] = {},
	town: TestMunicipality = world.home,
) {
	return writing(world.kernel.pool, scopeOf(town.system), {
		async work(tx) {
			const now = world.clock.now();
			const outcome = await importFigures(tx, files, { municipalityId: town.id, now, options });
			return { outcome };
		},
	});
}

async function refusal(files: SourceFile[], options = {}): Promise<ImportProblem | null> {
	const before = await publications();
	const problem = await run(files, options).then(
		() => null,
		(error: unknown) => {
			const found = importProblemOf(error);
			if (!found) throw error;
			return found;
		},
	);
	expect(await publications()).toEqual(before);
	return problem;
}

const publications = () => world.kernel.ask(world.home.members.analyst, listPublications, {});
const profile = (code: string) => world.kernel.ask(world.home.visitor, showProfile, { code });
const small = (...lines: string[]) => memoryFile('kwb2019.csv', smallCsv(...lines));
const options = { table: '84583NED' };

describe('importing a small table', () => {
	it('shows an area with its municipality and country, and why a value is missing', async () => {
		const result = await run([small(country, arnhem, geitenkamp)], options);
		expect(result).toMatchObject({ areas: 3, figures: 6, changed: true, period: '2019' });
		const { lines } = await profile('WK020210');
		expect(lines).toMatchObject([
			{
				measure: 'AantalInwoners',
				indicator: 'residents',
				own: { value: 3895 },
				municipality: { value: 161348 },
				country: { value: 17407585 },
				place: null,
			},
			{ own: { missing: 'unknown_or_secret' }, municipality: { value: 48 } },
		]);
	});

	it('changes nothing the second time', async () => {
		const before = await publications();
		const result = await run([small(country, arnhem, geitenkamp)], options);
		expect(result.changed).toBe(false);
		expect(await publications()).toEqual(before);
	});

	it('lets a corrected file take the place of its predecessor, whose figures stay', async () => {
		const corrected = geitenkamp.replace('3895', '3900');
		const result = await run([small(country, arnhem, corrected)], options);
		expect(result).toMatchObject({ changed: true, replaced: 1 });
		const { lines } = await profile('WK020210');
		expect(lines[0]?.own).toEqual({ value: 3900 });
		const { items } = await publications();
		expect(items.filter(({ replacedAt }) => replacedAt !== null)).toHaveLength(1);
		const kept = await reading(world.kernel.pool, scopeOf(world.home.system), (reader) =>
			sql`SELECT area_id FROM area_figures WHERE 3895 = ANY (values)`.execute(reader),
		);
		expect(kept.rows).toHaveLength(1);
	});

	it('leaves a publication with more areas standing beside a file with fewer', async () => {
		const result = await run([small(arnhem.replace('161348', '161350'))], options);
		expect(result.replaced).toBe(0);
		expect((await profile('WK020210')).lines[0]?.own).toEqual({ value: 3900 });
	});

	it('is of no other municipality', async () => {
		const asked = world.kernel.ask(world.elsewhere.members.analyst, readArea, { code: 'WK020210' });
		await expect(asked).rejects.toMatchObject({ code: 'area.not_imported' });
	});

	it('reads a decimal comma, Windows-1252 and codes with letters', async () => {
		const lines = [
			country,
			'1;GM0310;De Bilt;Gemeente;GM0310;42824;4,5',
			'2;WK0310AB;Fryslân;Wijk;WK0310AB;1;2',
		];
		const file = memoryFile('kwb2022.csv', Buffer.from(smallCsv(...lines), 'latin1'));
		await run([file], { table: '85318NED' });
		expect((await profile('GM0310')).lines[1]?.own).toEqual({ value: 4.5 });
		expect((await profile('WK0310AB')).area.parentCode).toBe('GM0310');
	});
});

describe('a file that is wrong changes nothing and says what is wrong', () => {
	const whole = smallCsv(country, arnhem);

	it('names the rows and columns', async () => {
		const found = await refusal(
			[small(country, '1;GM02;A;Gemeente;GM02;1;1', arnhem.replace(';48', ';veel'))],
			options,
		);
		expect(found).toMatchObject({
			file: 'kwb2019.csv',
			problem: {
				code: 'figures.wrong_rows',
				total: 2,
				problems: [
					{ kind: 'unknown-area-code', row: 3, text: 'GM02' },
					{ kind: 'not-a-number', row: 4, column: 'PercentageEengezinswoning_35', text: 'veel' },
				],
			},
		});
	});

	it.each([
		['a truncated gzip', gzipSync(whole).subarray(0, -6), 'figures.truncated_gzip'],
		['a web page', '<!doctype html><title>Inloggen</title>', 'figures.unrecognised'],
		['other columns', 'a;b\r\n1;2', 'figures.unrecognised'],
		['nothing', '', 'figures.unrecognised'],
	])('refuses %s', async (_name, content, code) => {
		const found = await refusal([memoryFile('kwb2019.csv', content)], options);
		expect(found?.problem.code).toBe(code);
	});

	it('asks for the year and the table where nothing says them', async () => {
		const nameless = memoryFile('cijfers.csv', whole);
		expect((await refusal([nameless]))?.problem.code).toBe('figures.year_unknown');
		const ofAnother = await refusal([nameless], { year: 2031 });
		expect(ofAnother?.problem.code).toBe('figures.table_unknown');
	});

	it('refuses two tables at once', async () => {
		const found = await refusal([small(country), small(country, arnhem)], options);
		expect(found?.problem.code).toBe('figures.several_tables');
	});
});

const cbs = (path: string) => fileAt(sharedData(`cbs-kwb-2020/${path}`));
const answers = ['GM1658', 'NL00', 'GM0202', 'GM0546'].map((code) => `TypedDataSet_${code}.json`);

describe.skipIf(!hasSharedData)('the published files of 2020', () => {
	it('are taken over cell by cell, for every area of three municipalities', async () => {
		const names = [
			...answers,
			'WijkenEnBuurten_pilot.json',
			'TableInfos.json',
			'DataProperties.json',
		];
		const result = await run(
			names.map((name) => cbs(`odata3/${name}`)),
			{},
			world.elsewhere,
		);
		expect(result).toMatchObject({ tableId: '84799NED', period: '2020' });
		expect(result.notes).toEqual(['not_whole_country']);
		const stored = await storedCells(result.publicationId);
		let compared = 0;
		for (const name of answers)
			for (const [code, cells] of cellsOf(name)) {
				expect(stored.get(code), code).toEqual(cells);
				compared += cells.length;
			}
		expect(compared).toBe(result.figures);
	});

	it('import as a whole country, with the place of an area among all wijken', async () => {
		const result = await run([cbs('kwb2020_heel_nederland.csv.gz')], {}, world.elsewhere);
		expect(result).toMatchObject({ areas: 17341, figures: 745663, replaced: 1 });
		const { lines, area } = await world.kernel.ask(world.elsewhere.visitor, showProfile, {
			code: 'WK020210',
		});
		expect(area.name).toBe('Geitenkamp');
		expect(lines[0]).toMatchObject({ measure: 'AantalInwoners', own: { value: 3895 } });
		expect(lines[0]?.place?.own).toBeGreaterThan(50);
		expect(lines[0]?.place?.areasCompared).toBeGreaterThan(3000);
	}, 60_000);
});

type Stored = (number | string)[];

/** What the file says, read without any of our readers: numbers, and `null` as "not published". */
function cellsOf(name: string): Map<string, Stored> {
	const text = readFileSync(sharedData(`cbs-kwb-2020/odata3/${name}`), 'utf8');
	const { value } = JSON.parse(text) as { value: Record<string, string | number | null>[] };
	const about =
		/^(ID|WijkenEnBuurten|Gemeentenaam|SoortRegio|Codering|Indelingswijziging|MeestVoorkomende)/;
	return new Map(
		value.map((row) => [
			String(row.WijkenEnBuurten).trim().replace(/^NL.*/, 'NL'),
			Object.entries(row)
				.filter(([key]) => !about.test(key))
				.map(([, cell]) => storedAs(cell)),
		]),
	);
}

function storedAs(cell: string | number | null): number | string {
	if (cell === null) return 'not_published';
	if (typeof cell === 'number') return cell;
	const text = cell.trim();
	return text === '.' ? 'unknown_or_secret' : text === '' ? 'cannot_occur' : Number(text);
}

async function storedCells(publicationId: string): Promise<Map<string, Stored>> {
	const { rows } = await reading(world.kernel.pool, scopeOf(world.elsewhere.system), (reader) =>
		sql<{ code: string; values: (number | null)[]; missing: number[] | null }>`
			SELECT code, values, missing FROM area_figures AS figures
			JOIN area ON area.municipality_id = figures.municipality_id AND area.id = area_id
			WHERE publication_id = ${publicationId}::uuid`.execute(reader),
	);
	const reasons = ['not_published', 'unknown_or_secret', 'cannot_occur'];
	return new Map(
		rows.map(({ code, values, missing }) => [
			code,
			values.map((value, at) => value ?? reasons[(missing?.[at] ?? 0) - 1] ?? 'no reason'),
		]),
	);
}
