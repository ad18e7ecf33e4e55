import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';
import { cellText } from './sheet.ts';
import { readXlsx } from './xlsx-read.ts';
import { writeXlsx } from './xlsx-write.ts';

/** Any text a person can have typed, with the beginnings that a spreadsheet takes for a formula. */
const anyText = fc
	.tuple(
		fc.constantFrom('', '=', '+', '-', '@', "'", "''=", '_x0041_', '"', ' ', '\t', '\n'),
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.constantFrom(
			'',
			'\n',
			'\nmeer',
			' ',
			'\u202eomgekeerd',
			'e\u0301',
			'👩‍👩‍👧',
			'_x000D_',
			'\u0001',
		),
	)
	.map((parts) => parts.join(''));
const grid = fc.array(fc.array(anyText, { minLength: 1, maxLength: 6 }), {
	minLength: 1,
	maxLength: 8,
});
const textSheet = (rows: string[][]) => ({
	name: 'Blad',
	columns: rows[0]!.map(() => ({ width: 20 })),
	rows,
});

function xlsxRows(bytes: Uint8Array): string[][] {
	const rows: string[][] = [];
	for (const { index, cells } of readXlsx(bytes)[0]!.rows) rows[index] = cells.map(cellText);
	return rows;
}

const trimmed = (rows: readonly (readonly string[] | undefined)[]) =>
	Array.from(rows, (row) => (row ?? []).join('\u001f').replace(/\u001f+$/, '')).join('\u001e').replace(/\u001e+$/, ''); // prettier-ignore

test('what is written as XLSX is read as the very same texts', () => {
	fc.assert(
		fc.property(grid, (rows) => {
			const bytes = writeXlsx([textSheet(rows)], { title: 'Proef', language: 'nl-NL' });
			expect(trimmed(xlsxRows(bytes))).toBe(trimmed(rows));
		}),
		{ numRuns: 150 },
	);
});

test('what is written as CSV is read as the very same texts', () => {
	fc.assert(
		fc.property(grid, (rows) => {
			expect(readCsv(writeCsv(rows))).toEqual(rows);
		}),
		{ numRuns: 300 },
	);
});

test('no field of a CSV file begins as a formula does', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const line = new TextDecoder().decode(writeCsv([[text]])).replace(/^\ufeff?"?/, '');
			if (!/^-\d+([.,]\d+)?"?\r\n$/.test(line)) expect(line).not.toMatch(/^[=+\-@\t]/);
		}),
	);
});

test('a negative number stays a number in a CSV file', () => {
	const text = new TextDecoder().decode(writeCsv([['-0,12', '-3', '-3+4']]));
	expect(text).toBe(`"-0,12";-3;'-3+4\r\n`);
});
