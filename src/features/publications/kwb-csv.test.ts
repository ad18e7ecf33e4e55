import { createReadStream, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { municipalityOf, parseAreaCode } from '#features/areas/area-code.ts';
import { type FigureBatch, MISSING_REASONS } from './batch.ts';
import { FigureFileError, type FileProblem, PROBLEMS_KEPT } from './file-error.ts';
import { readKwbCsv } from './kwb-csv.ts';
import { parseCell } from './number.ts';

const HEADER =
	'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;IndelingswijzigingWijkenEnBuurten_4;AantalInwoners_5;GemiddeldeHuishoudensgrootte_32;MeestVoorkomendePostcode_113';

async function read(...lines: string[]): Promise<FigureBatch> {
	return readBytes(Buffer.from(`${HEADER}\n${lines.join('\n')}\n`));
}

async function readBytes(bytes: Uint8Array): Promise<FigureBatch> {
	const batches = await Array.fromAsync(readKwbCsv([bytes], { areasPerBatch: 100_000 }));
	expect(batches).toHaveLength(1);
	return batches[0]!;
}

async function problemOf(work: Promise<unknown>): Promise<FileProblem> {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (error instanceof FigureFileError) return error.problem;
	throw new Error('The file was taken', { cause: error });
}

describe('a file of figures', () => {
	test('gives areas, columns and numbers, and the reason where there is none', async () => {
		const batch = await read(
			'0;NL00;Nederland;Land;.;17407585;2,1;.',
			'1;BU02021004;Arnhem;Buurt;3;.;;6823',
		);
		expect(batch.columns.map((column) => column.key)).toEqual([
			'AantalInwoners',
			'GemiddeldeHuishoudensgrootte',
		]);
		expect(batch.areas).toEqual([
			{
				code: 'NL',
				level: 'country',
				parentCode: null,
				name: 'Nederland',
				municipalityName: null,
				boundaryChange: null,
				postcode: null,
			},
			{
				code: 'BU02021004',
				level: 'neighbourhood',
				parentCode: 'WK020210',
				name: null,
				municipalityName: 'Arnhem',
				boundaryChange: 3,
				postcode: '6823',
			},
		]);
		expect(Array.from(batch.values)).toEqual([17407585, 2.1, NaN, NaN]);
		expect(Array.from(batch.missing, (index) => MISSING_REASONS[index])).toEqual([
			null,
			null,
			'unknown_or_secret',
			'not_published',
		]);
	});

	test('in Windows-1252 keeps its letters, and it is said', async () => {
		const bytes = Buffer.from(`${HEADER}\n0;GM1900;Súdwest-Fryslân;Gemeente;.;1;1;.`, 'latin1');
		let encoding = '';
		const batches = readKwbCsv([bytes], { onEncoding: (name) => (encoding = name) });
		const [batch] = await Array.fromAsync(batches);
		expect(batch?.areas[0]?.name).toBe('Súdwest-Fryslân');
		expect(encoding).toBe('windows-1252');
	});

	test('comes in batches of the asked size', async () => {
		const lines = Array.from({ length: 25 }, (_, i) => `${i};GM${1000 + i};X;Gemeente;.;${i};1;.`);
		const bytes = Buffer.from([HEADER, ...lines].join('\r\n'));
		const batches = await Array.fromAsync(readKwbCsv([bytes], { areasPerBatch: 10 }));
		expect(batches.map((batch) => batch.areas.length)).toEqual([10, 10, 5]);
		expect(
			batches.flatMap((batch) => Array.from(batch.values)).filter((_, i) => i % 2 === 0),
		).toEqual(lines.map((_, i) => i));
	});
});

describe('a wrong file is refused, and says why:', () => {
	test('other columns', async () => {
		const work = readBytes(Buffer.from('naam;leeftijd;Gemeentenaam_1\nx;1;y\n'));
		expect(await problemOf(work)).toEqual({
			code: 'figures.wrong_columns',
			expected: ['WijkenEnBuurten', 'Gemeentenaam', 'SoortRegio'],
			missing: ['WijkenEnBuurten', 'SoortRegio'],
			unexpected: ['naam', 'leeftijd'],
		});
	});

	test('nothing in it', async () => {
		expect(await problemOf(readBytes(Buffer.from('')))).toEqual({ code: 'figures.empty_file' });
	});

	test('a download that was cut off', async () => {
		const packed = gzipSync(`${HEADER}\n0;NL00;Nederland;Land;.;1;1;.\n`);
		const work = readBytes(packed.subarray(0, packed.length - 5));
		expect(await problemOf(work)).toEqual({ code: 'figures.truncated_gzip' });
	});

	test('all its wrong lines together, by row', async () => {
		const work = read(
			'0;NL00;Nederland;Land;.;1;1;.',
			'1;GM02;Arnhem;Gemeente;.;1;1;.',
			'2;GM0202;Arnhem',
			'3;GM0202;Arnhem;Gemeente;.;veel;1;.',
			'4;WK020210;Arnhem;Wijk;1;1;1;.;extra',
			'5;NL01;Nederland;Land;.;1;1,234;.',
		);
		expect(await problemOf(work)).toEqual({
			code: 'figures.wrong_rows',
			total: 5,
			problems: [
				{ kind: 'unknown-area-code', row: 3, text: 'GM02' },
				{ kind: 'too-few-columns', row: 4, found: 3, expected: 8 },
				{ kind: 'not-a-number', row: 5, column: 'AantalInwoners_5', text: 'veel' },
				{ kind: 'too-many-columns', row: 6, found: 9, expected: 8 },
				{ kind: 'area-twice', row: 7, firstRow: 2, code: 'NL' },
			],
		});
	});

	test('and nothing of it comes after the first wrong line', async () => {
		const lines = [
			'x',
			...Array.from({ length: 30 }, (_, i) => `0;GM${1000 + i};X;Gemeente;.;1;1;.`),
		];
		const bytes = Buffer.from([HEADER, ...lines].join('\n'));
		const batches: FigureBatch[] = [];
		const work = async (): Promise<void> => {
			for await (const batch of readKwbCsv([bytes], { areasPerBatch: 10 })) batches.push(batch);
		};
		expect(await problemOf(work())).toMatchObject({ code: 'figures.wrong_rows', total: 1 });
		expect(batches).toEqual([]);
	});

	test('only the first problems are kept, and all are counted', async () => {
		const problem = await problemOf(read(...Array.from({ length: 200 }, () => 'x;y')));
		if (problem.code !== 'figures.wrong_rows') throw new Error(problem.code);
		expect(problem.total).toBe(200);
		expect(problem.problems).toHaveLength(PROBLEMS_KEPT);
	});
});

describe.skipIf(!hasSharedData)('the whole country of 2020, as CBS published it,', () => {
	const file = 'cbs-kwb-2020/kwb2020_heel_nederland.csv.gz';

	test('has 17,341 areas, each with its place in the hierarchy and a parent that is there', async () => {
		const batches = await Array.fromAsync(readKwbCsv(createReadStream(sharedData(file))));
		const areas = batches.flatMap((batch) => batch.areas);
		const codes = new Set(areas.map((area) => area.code));
		const perLevel = Object.groupBy(areas, (area) => area.level);
		expect(codes.size).toBe(17_341);
		expect(perLevel.country).toHaveLength(1);
		expect(perLevel.municipality).toHaveLength(355);
		expect(perLevel.district).toHaveLength(3177);
		expect(perLevel.neighbourhood).toHaveLength(13_808);
		for (const area of areas) {
			expect(area.parentCode === null || codes.has(area.parentCode)).toBe(true);
			const parsed = parseAreaCode(area.code)!;
			const municipality = areas[0] && municipalityOf(parsed);
			expect(municipality === null || codes.has(municipality!)).toBe(true);
		}
	});

	test('has 41 measures and 2 classes, and every cell is what its text says', async () => {
		const text = gunzipSync(readFileSync(sharedData(file))).toString('utf8');
		const lines = text.trimEnd().split('\n');
		const header = lines[0]!.split(';');
		const batch = await readBytes(Buffer.from(text));
		expect(batch.columns.filter((column) => column.kind === 'measure')).toHaveLength(41);
		expect(batch.columns.filter((column) => column.kind === 'class')).toHaveLength(2);
		const indexes = batch.columns.map((column) => header.indexOf(column.sourceKey));
		let different = 0;
		for (let a = 0; a < batch.areas.length; a += 1) {
			const cells = lines[a + 1]!.split(';');
			const raw = parseAreaCode(cells[1]!);
			if (raw?.code !== batch.areas[a]!.code) different += 1;
			for (let c = 0; c < indexes.length; c += 1) {
				const at = a * indexes.length + c;
				const cell = parseCell(cells[indexes[c]!], 'kwb-csv');
				const value = 'value' in cell ? cell.value : NaN;
				const reason = 'missing' in cell ? cell.missing : null;
				if (!Object.is(batch.values[at], value)) different += 1;
				if (MISSING_REASONS[batch.missing[at]!] !== reason) different += 1;
			}
		}
		expect(different).toBe(0);
	});

	test('adds up to something else than the municipality, and that is left so', async () => {
		const batch = await readBytes(readFileSync(sharedData(file)));
		const inhabitants = batch.columns.findIndex((column) => column.key === 'AantalInwoners');
		const of = (index: number): number => batch.values[index * batch.columns.length + inhabitants]!;
		const arnhem = batch.areas.findIndex((area) => area.code === 'GM0202');
		const sum = batch.areas.reduce(
			(total, area, i) => total + (area.code.startsWith('BU0202') ? of(i) : 0),
			0,
		);
		expect(of(arnhem)).toBe(161_348);
		expect(sum).toBe(161_255);
	});
});
