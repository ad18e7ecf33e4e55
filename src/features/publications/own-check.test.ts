import { describe, expect, test } from 'vitest';
import { AreaFinder, type OwnArea } from './own-area.ts';
import { checkRows } from './own-check.ts';
import { guessLayout } from './own-guess.ts';
import { finder, places } from './own-layouts.test-data.ts';
import type { OwnSheet, OwnValue } from './own-layout.ts';
import type { OwnMeasure } from './own-meaning.ts';
import { proposeMeasures } from './own-measures.ts';
import { parseOwnNumber } from './own-number.ts';
import { parseOwnPeriod, splitHeader } from './own-period.ts';

const sheetOf = (...lines: OwnValue[][]): OwnSheet => ({
	name: '',
	rows: lines.map((cells, index) => ({ index, cells })),
});

function check(
	lines: OwnValue[][],
	{
		choices = {},
		change = {},
		among = finder,
	}: { choices?: Record<string, string>; change?: Partial<OwnMeasure>; among?: AreaFinder } = {},
) {
	const sheet = sheetOf(...lines);
	const layout = guessLayout(sheet, 0, among);
	const measures = proposeMeasures(sheet, layout).map((one) => ({ ...one, ...change }));
	return checkRows(sheet, layout, among, choices, measures);
}

const good = [
	['Code', 'Jaar', 'Meldingen'],
	['BU99990100', 2023, 12],
	['BU99990101', 2023, 40],
	['BU99990102', 2023, 31],
	['BU99990200', 2023, 18],
];
const kinds = (lines: OwnValue[][], options?: Parameters<typeof check>[1]) =>
	check(lines, options).problems.map(({ kind, row }) => [kind, row]);

describe('every row is checked', () => {
	test('a right file has no problems and gives every number', () => {
		const { cells, problems, rows } = check(good);
		expect({ cells: cells.length, problems, rows }).toEqual({ cells: 4, problems: [], rows: 4 });
	});

	test.each([
		['an unknown area', ['BU99999999', 2023, 4], 'unknown_area'],
		['no area', ['', 2023, 4], 'no_area'],
		['letters in a number', ['BU99990201', 2023, '12a'], 'not_a_number'],
		['a formula that was not calculated', ['BU99990201', 2023, '=SUM(A1:A3)'], 'formula'],
		['a formula as text', ['BU99990201', 2023, '@cmd'], 'formula'],
		['a negative count', ['BU99990201', 2023, -3], 'negative'],
		['half a person', ['BU99990201', 2023, 2.5], 'not_whole'],
		['more people than there are', ['BU99990201', 2023, '100000000000000000000'], 'too_large'],
		['a number without end', ['BU99990201', 2023, '9'.repeat(400)], 'not_a_number'],
		['a quarter for a period', ['BU99990201', '2023 Q1', 4], 'not_a_period'],
		['no period', ['BU99990201', '', 4], 'no_period'],
		['the same area twice', ['BU99990100', 2023, 4], 'same_twice'],
	])('%s', (_what, line, kind) => {
		const { problems, cells, wrongRows } = check([...good, line], { change: { type: 'count' } });
		expect(problems.map((one) => [one.kind, one.row])).toEqual([[kind, 6]]);
		expect({ cells: cells.length, wrongRows }).toEqual({ cells: 4, wrongRows: 1 });
	});

	test('the same area twice names the row that was first', () => {
		expect(check([...good, ['BU99990101', '2023', 1]]).problems[0]).toMatchObject({ firstRow: 3, text: 'Duinpan-Zuid' }); // prettier-ignore
	});

	test('a part larger than its base, a percentage over 100 or one that does not agree with its counts', () => {
		const lines = [
			['Buurt', '% eenzaam 2023', 'teller', 'respondenten'],
			['Slikken', 10, 20, 200],
			['De Geest', 10, 210, 200],
			['Het Zwin', 110, 20, 200],
			['Kwelder-Oost', 15, 20, 200],
			['Duinpan-Noord', 10.4, 20, 200],
		];
		expect(kinds(lines)).toEqual([
			['part_too_large', 3],
			['not_a_percentage', 4],
			['does_not_agree', 5],
		]);
	});

	test('an own percentage needs the number behind it; one that was published does not', () => {
		const lines = [
			['Buurt', '% eenzaam 2023', 'respondenten'],
			['Slikken', 10, 200],
			['De Geest', 12, ''],
		];
		expect(kinds(lines)).toEqual([['no_base', 3]]);
		expect(kinds(lines, { change: { origin: 'published' } })).toEqual([]);
	});

	test('every problem of every row is told', () => {
		expect(kinds([...good, ['BU1', 'later', 'veel'], ['BU2', 'ooit', 'x!']]).length).toBe(6);
	});
});

test('a name that fits a wijk and a buurt is asked about; what was chosen counts', () => {
	const lines = [
		['Naam', 'Aantal 2023'],
		['Kwelder-oost', 4],
		['De Geest', 3],
		['Duinpan', 3],
		['Heel de stad', 10],
	];
	const twin: OwnArea = { code: 'BU99990103', name: 'Duinpan', level: 'neighbourhood' };
	const among = new AreaFinder([], [...places, twin]);
	const { unsure, problems } = check(lines, { among });
	expect(unsure).toEqual([
		{ written: 'Duinpan', codes: ['WK999901', 'BU99990103'], rows: 1 },
		{ written: 'Heel de stad', codes: [], rows: 1 },
	]);
	expect(problems.map(({ kind }) => kind)).toEqual(['several_areas', 'unknown_area']);
	const mended = check(lines, { among, choices: { 'heel de stad': 'GM9999', duinpan: 'BU99990103' } }); // prettier-ignore
	expect(mended.problems).toEqual([]);
	expect(mended.cells.slice(-2).map(({ area }) => area.code)).toEqual(['BU99990103', 'GM9999']);
	// Under a header that says of which level the names are, nothing has to be asked.
	const wijken = check([['Wijk', 'Aantal 2023'], ...lines.slice(3, 4)], { among });
	expect(wijken.cells.map(({ area }) => area.code)).toEqual(['WK999901']);
});

test('notes below the table are passed over, and told', () => {
	const { notes, problems, rows } = check([...good, ['Bron: eigen registratie'], ['* voorlopig']]);
	expect({ notes, problems, rows }).toEqual({ notes: [6, 7], problems: [], rows: 4 });
});

test('an area that is there without a number is a number that nobody measured', () => {
	const { cells } = check([...good, ['BU99990201', 2023, '']]);
	expect(cells.at(-1)).toMatchObject({ value: null, missing: 'not_measured' });
});

test.each([
	['1.234,5', 'comma', { value: 1234.5 }],
	['1,234.5', 'point', { value: 1234.5 }],
	['1.234', 'comma', { value: 1234 }],
	['1.234', 'point', { value: 1.234 }],
	['12 345', 'comma', { value: 12345 }],
	['1.5', 'comma', { error: 'not_a_number' }],
	['12,50 %', 'comma', { value: 12.5 }],
	['€ 1.200', 'comma', { value: 1200 }],
	['\u22123', 'comma', { value: -3 }],
	['1e9', 'point', { error: 'not_a_number' }],
	['0x1f', 'point', { error: 'not_a_number' }],
	['<5', 'comma', { missing: 'suppressed' }],
	['', 'comma', { missing: 'not_measured' }],
	['n.v.t.', 'comma', { missing: 'cannot_occur' }],
	['.', 'comma', { missing: 'unknown_or_secret' }],
] as const)('%s with a decimal %s', (text, mark, wanted) => {
	expect(parseOwnNumber(text, mark)).toEqual(wanted);
});

test.each([
	['2023', '2023'],
	[2023, '2023'],
	['2023*', '2023'],
	['2023-04', '2023-04'],
	['4-2023', '2023-04'],
	['april 2023', '2023-04'],
	['mrt. 2023', '2023-03'],
	['2023MM04', '2023-04'],
	['2023JJ00', '2023'],
	['2023-04-01', '2023-04'],
	['2023-04-12', null],
	['2023-13', null],
	['2022/2023', null],
	['Q1 2023', null],
	[20233, null],
	[true, null],
])('the period %s is %s', (written, period) => {
	expect(parseOwnPeriod(written)).toBe(period);
});

test.each([
	['2023', { name: '', period: '2023' }],
	['Meldingen 2023', { name: 'Meldingen', period: '2023' }],
	['2023_meldingen', { name: 'meldingen', period: '2023' }],
	['Aantal (2023)', { name: 'Aantal', period: '2023' }],
	['Aantal in 2023', { name: 'Aantal', period: '2023' }],
	['Meldingen 2023-04', { name: 'Meldingen', period: '2023-04' }],
	['Inkomen tot 12.2000', { name: 'Inkomen tot 12.2000', period: null }],
])('the header %s', (header, wanted) => {
	expect(splitHeader(header)).toEqual(wanted);
});
