import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRows } from './own-check.ts';
import { guessLayout } from './own-guess.ts';
import { finder, inventedFile } from './own-layouts.test-data.ts';
import type { OwnSheet, OwnValue } from './own-layout.ts';
import { measureKey } from './own-meaning.ts';

const sheetOf = (...lines: OwnValue[][]): OwnSheet => ({
	name: '',
	rows: lines.map((cells, index) => ({ index, cells })),
});
const rolesIn = (sheet: OwnSheet) => guessLayout(sheet, 0, finder).columns.map(({ role }) => role);

test('of files in many layouts every column and the header are proposed rightly, and every number comes out', () => {
	fc.assert(
		fc.property(inventedFile, ({ sheet, roles, headerRow, truth }) => {
			// Thousands that are told from decimals by nothing: `1.234` in a file of whole numbers, with points.
			const layout = guessLayout(sheet, 0, finder, { decimal: markOf(sheet) });
			expect(layout.headerRow).toBe(headerRow);
			expect(layout.columns.map(({ role }) => role)).toEqual(roles);
			const { cells, problems } = checkRows(sheet, layout, finder, {});
			expect(problems).toEqual([]);
			const key = (one: { period: string; category: string; measure: string }, code: string) =>
				[code, one.period, measureKey(one.measure), one.category].join('|');
			expect(new Map(cells.map((one) => [key(one, one.area.code), one.value]))).toEqual(
				new Map(truth.map((one) => [key(one, one.code), one.value])),
			);
		}),
		{ numRuns: 400 },
	);
});

/** The mark that the made-up file was written with, as a person would say it. */
function markOf(sheet: OwnSheet): 'comma' | 'point' {
	const texts = sheet.rows.flatMap(({ cells }) => cells.map(String));
	return texts.some((text) => /^\d{1,3}(,\d{3})+$/.test(text)) ? 'point' : 'comma';
}

describe('a proposal', () => {
	test('takes a percentage with the count behind it', () => {
		const sheet = sheetOf(
			['Buurt', 'Voelt zich veilig (%)', 'n'],
			['De Geest', '67,5', 212],
			['Slikken', '71,0', 188],
		);
		expect(rolesIn(sheet)).toEqual(['area_name', 'percentage', 'base']);
		expect(guessLayout(sheet, 0, finder)).toMatchObject({ decimal: 'comma', level: 'neighbourhood' }); // prettier-ignore
	});

	test('ties each count to the percentage of its own year', () => {
		const sheet = sheetOf(
			['Code', '% eenzaam 2022', 'respondenten 2022', '% eenzaam 2024', 'respondenten 2024'],
			['BU99990100', 12.1, 140, 13, 150],
			['BU99990200', 9.1, 120, 8, 160],
		);
		const { columns } = guessLayout(sheet, 0, finder);
		expect(columns.map(({ role, period, of }) => [role, period, of])).toEqual([
			['area_code', null, null],
			['percentage', '2022', null],
			['base', '2022', 1],
			['percentage', '2024', null],
			['base', '2024', 3],
		]);
		expect(columns[1]!.name).toBe('% eenzaam');
	});

	test('takes the most precise of several codes, and leaves out the names beside it that say less', () => {
		const sheet = sheetOf(
			['gemeentecode', 'wijkcode', 'buurtcode', 'Gemeente', 'Aantal'],
			['GM9999', 'WK999901', 'BU99990100', 'Voorbeeldstad', 12],
			['GM9999', 'WK999901', 'BU99990101', 'Voorbeeldstad', 14],
			['GM9999', 'WK999902', 'BU99990200', 'Voorbeeldstad', 15],
		);
		expect(rolesIn(sheet)).toEqual(['ignore', 'ignore', 'area_code', 'ignore', 'number']);
	});

	test('finds the year in the title above the table where no column has it', () => {
		const sheet = sheetOf(
			['Meldingen per buurt, 2023'],
			[],
			['Buurt', 'Meldingen'],
			['Slikken', 12],
			['De Geest', 40],
		);
		expect(guessLayout(sheet, 0, finder)).toMatchObject({ headerRow: 2, period: '2023' });
	});

	test('does not take numbers that look like years for a period', () => {
		const sheet = sheetOf(
			['Buurt', 'Inwoners'],
			...[2010, 1995, 2033, 1987, 2020, 2044].map((count, at) => [`plek ${at}`, count]),
		);
		expect(rolesIn(sheet)).toEqual(['area_name', 'number']);
	});

	test('of an empty sheet is empty', () => {
		expect(guessLayout(sheetOf(), 0, finder)).toMatchObject({ headerRow: -1, columns: [] });
	});

	test('can be made of whatever a sheet holds', () => {
		const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (lines) => {
				const sheet = sheetOf(...lines);
				const layout = guessLayout(sheet, 0, finder);
				checkRows(sheet, layout, finder, {});
			}),
		);
	});
});
