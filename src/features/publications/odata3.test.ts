import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { type FigureBatch, MISSING_REASONS } from './batch.ts';
import { decodeText } from './decode.ts';
import { FigureFileError } from './file-error.ts';
import { readKwbCsv } from './kwb-csv.ts';
import { readAreaNames, readTableInfo, readTopics, readTypedDataSet } from './odata3.ts';

const answer = (...value: object[]): string => JSON.stringify({ value });
const folder = 'cbs-kwb-2020/odata3/';
const shared = (name: string): string => decodeText(readFileSync(sharedData(folder + name))).text;

const line = {
	ID: 1620,
	WijkenEnBuurten: 'GM0202    ',
	Gemeentenaam_1: 'Arnhem                                  ',
	SoortRegio_2: 'Gemeente  ',
	IndelingswijzigingWijkenEnBuurten_4: '.',
	AantalInwoners_5: 161348,
	GeboorteTotaal_24: null,
	MeestVoorkomendePostcode_113: '         .',
};

/** Every cell by area and key, as a number or as the reason why there is none. */
function cellsOf(batches: FigureBatch[]): Map<string, number | string> {
	const cells = new Map<string, number | string>();
	for (const { areas, columns, values, missing } of batches) {
		for (const [a, area] of areas.entries()) {
			for (const [c, column] of columns.entries()) {
				const at = a * columns.length + c;
				const cell = MISSING_REASONS[missing[at]!] ?? values[at]!;
				cells.set(`${area.code} ${column.key}`, cell);
			}
		}
	}
	return cells;
}

function problemOf(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		if (error instanceof FigureFileError) return error.problem;
		throw error;
	}
	return undefined;
}

test('padding disappears, and null stays "not published"', () => {
	const [batch] = readTypedDataSet(answer(line));
	expect(batch!.areas[0]).toMatchObject({ code: 'GM0202', name: 'Arnhem', postcode: null });
	expect(cellsOf([batch!])).toEqual(
		new Map<string, number | string>([
			['GM0202 AantalInwoners', 161348],
			['GM0202 GeboorteTotaal', 'not_published'],
		]),
	);
});

test('an answer that is none says what is wrong', () => {
	expect(problemOf(() => readTypedDataSet('<html>'))).toMatchObject({ code: 'figures.not_json' });
	expect(problemOf(() => readTypedDataSet('3'))).toMatchObject({ code: 'figures.not_json' });
	expect(problemOf(() => readTypedDataSet(answer()))).toEqual({ code: 'figures.empty_file' });
	expect(problemOf(() => readTypedDataSet(answer({ a: 1 })))).toMatchObject({
		code: 'figures.wrong_columns',
	});
	expect(problemOf(() => readTopics(answer({ a: 1 })))).toMatchObject({ missing: ['Type'] });
	expect(problemOf(() => readTableInfo(answer({ Title: 'x' })))).toMatchObject({
		missing: ['Identifier'],
	});
});

test('wrong objects are named by their number', () => {
	const { AantalInwoners_5: _left, ...short } = line;
	const twice = { ...line, WijkenEnBuurten: 'GM0202' };
	const unknown = { ...line, WijkenEnBuurten: 'XX0202    ' };
	const odd = { ...line, WijkenEnBuurten: 'GM0203', AantalInwoners_5: 'veel' };
	expect(problemOf(() => readTypedDataSet(answer(line, short, twice, unknown, odd)))).toEqual({
		code: 'figures.wrong_rows',
		total: 4,
		problems: [
			{ kind: 'too-few-columns', row: 2, found: 7, expected: 8 },
			{ kind: 'area-twice', row: 3, firstRow: 1, code: 'GM0202' },
			{ kind: 'unknown-area-code', row: 4, text: 'XX0202' },
			{ kind: 'not-a-number', row: 5, column: 'AantalInwoners_5', text: 'veel' },
		],
	});
});

describe.skipIf(!hasSharedData)('what CBS answered for table 84799NED', () => {
	test.each(['GM0202', 'GM0546', 'GM1658', 'NL00'])(
		'for %s is, cell by cell, what the CSV holds',
		async (code) => {
			const csv = readFileSync(sharedData('cbs-kwb-2020/kwb2020_heel_nederland.csv.gz'));
			const csvBatches = await Array.fromAsync(readKwbCsv([csv]));
			const expected = cellsOf(csvBatches);
			const areas = new Map(csvBatches.flatMap((b) => b.areas).map((area) => [area.code, area]));
			const batches = readTypedDataSet(shared(`TypedDataSet_${code}.json`));
			let compared = 0;
			for (const [key, cell] of cellsOf(batches)) {
				if (!expected.has(key)) expect(cell).toBe('not_published');
				else {
					expect(`${key} ${cell}`).toBe(`${key} ${expected.get(key)}`);
					compared += 1;
				}
			}
			for (const area of batches.flatMap((batch) => batch.areas)) {
				expect(area).toEqual(areas.get(area.code));
				compared += 1;
			}
			expect(compared).toBe(batches.flatMap((batch) => batch.areas).length * 44);
		},
	);

	test('describes each column of its data set, with unit and groups, and no two alike', () => {
		const topics = readTopics(shared('DataProperties.json'));
		const keys = topics.map((topic) => topic.key);
		expect(new Set(keys).size).toBe(keys.length);
		const [batch] = readTypedDataSet(shared('TypedDataSet_GM0202.json'));
		const byKey = new Map(topics.map((topic) => [topic.key, topic]));
		for (const column of batch!.columns) expect(byKey.get(column.key)).toMatchObject(column);
		expect(byKey.get('Bevolkingsdichtheid')).toMatchObject({
			title: 'Bevolkingsdichtheid',
			unit: 'aantal inwoners per km²',
			decimals: 0,
			groups: ['Bevolking'],
		});
		expect(byKey.get('GemiddeldAardgasverbruikTotaal.Appartement')).toMatchObject({
			unit: 'm³',
			groups: ['Energie', 'Gemiddeld aardgasverbruik', 'Naar woningtype'],
		});
		const codes = topics.filter((topic) => topic.unit === 'code' && topic.kind === 'measure');
		expect(codes).toEqual([]);
	});

	test('describes the table', () => {
		expect(readTableInfo(shared('TableInfos.json'))).toMatchObject({
			identifier: '84799NED',
			title: 'Kerncijfers wijken en buurten 2020',
			period: '2020',
			modified: '2021-03-26T02:00:00',
			source: 'CBS.',
			licence: null,
		});
	});

	test('names every area that has figures', () => {
		const names = new Map(
			readAreaNames(shared('WijkenEnBuurten_pilot.json')).map((area) => [area.code, area]),
		);
		expect(names.size).toBe(1381);
		expect(names.get('NL')).toEqual({
			code: 'NL',
			level: 'country',
			parentCode: null,
			name: 'Nederland',
		});
		expect(names.get('WK020210')?.name).toMatch(/Geitenkamp/);
		for (const { areas } of readTypedDataSet(shared('TypedDataSet_GM0202.json'))) {
			for (const area of areas) expect(names.has(area.code)).toBe(true);
		}
	});
});
