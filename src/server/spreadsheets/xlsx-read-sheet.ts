import { FileReadError } from '../documents/file-read-error.ts';
import { readXml } from '../documents/xml-read.ts';
import type { CellValue, Merge, Sheet, SheetRow } from './sheet.ts';
import { serialDate } from './xlsx-styles.ts';
import { xlsxUnescape } from './xlsx-text.ts';

/** What the sheets of one workbook share while they are read. */
export interface SheetContext {
	strings: readonly string[];
	/** By the style of a cell: whether its number is a date. */
	dates: readonly boolean[];
	since1904: boolean;
	limits: { columns: number };
	/** How many cells may still be read. */
	cellsLeft: number;
}

interface OpenCell {
	column: number;
	type: string;
	style: number;
	value: string;
	formula: string;
}

/** The rows and merged cells of one sheet (ECMA-376 part 1, §18.3). */
export function readSheet(
	bytes: Uint8Array,
	context: SheetContext,
): Pick<Sheet, 'rows' | 'merges'> {
	const rows: SheetRow[] = [];
	const merges: Merge[] = [];
	let row: SheetRow = { index: -1, cells: [] };
	let cell: OpenCell | null = null;
	let reading: 'value' | 'formula' | null = null;
	let inPhonetic = false;
	readXml(bytes, {
		open(name, attributes) {
			if (name === 'row') row = { index: rowIndex(attributes.r, row.index), cells: [] };
			else if (name === 'c') cell = openCell(attributes, row, context);
			else if (name === 'v' || name === 't') reading = 'value';
			else if (name === 'f') reading = 'formula';
			else if (name === 'rPh') inPhonetic = true;
			else if (name === 'mergeCell') merges.push(...mergeOf(attributes.ref ?? '', context));
		},
		text(text) {
			if (!cell || inPhonetic || !reading) return;
			cell[reading] += text;
		},
		close(name) {
			if (name === 'v' || name === 't' || name === 'f') reading = null;
			else if (name === 'rPh') inPhonetic = false;
			else if (name === 'c' && cell) {
				const value = valueOf(cell, context);
				if (value !== null) row.cells[cell.column] = value;
				cell = null;
			} else if (name === 'row' && row.cells.length > 0)
				rows.push({ index: row.index, cells: Array.from(row.cells, (one) => one ?? null) });
		},
	});
	return { rows: rows.toSorted((a, b) => a.index - b.index), merges };
}

function rowIndex(given: string | undefined, before: number): number {
	const index = given === undefined ? before + 1 : Number(given) - 1;
	if (!Number.isInteger(index) || index < 0) throw new FileReadError('unreadable', 'a row');
	return index;
}

function openCell(
	{ r, t, s }: Readonly<Record<string, string>>,
	row: SheetRow,
	context: SheetContext,
): OpenCell {
	const column = r === undefined ? row.cells.length : columnIndex(r);
	context.cellsLeft -= 1;
	if (context.cellsLeft < 0 || column >= context.limits.columns)
		throw new FileReadError('too_many_cells');
	return { column, type: t ?? 'n', style: Number(s ?? 0), value: '', formula: '' };
}

function valueOf(cell: OpenCell, { strings, dates, since1904 }: SheetContext): CellValue {
	const { type, value, formula, style } = cell;
	// A formula that was never calculated: what was typed is all there is.
	if (value === '' && formula !== '' && type !== 'str') return `=${formula}`;
	if (value === '') return null;
	if (type === 's') return strings[Number(value)] || null;
	if (type === 'b') return value === '1' || value === 'true';
	if (type !== 'n' && type !== 'd') return xlsxUnescape(value);
	const number = Number(value);
	if (type === 'd' || Number.isNaN(number)) return value;
	return dates[style] ? (serialDate(number, since1904) ?? number) : number;
}

const address = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

function columnIndex(name: string): number {
	const letters = address.exec(name)?.[1];
	if (!letters) throw new FileReadError('unreadable', 'a cell');
	return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Merged cells beyond the columns that are read have nothing to say. */
function mergeOf(reference: string, { limits }: SheetContext): Merge[] {
	const [from = '', to = from] = reference.split(':');
	if (!address.test(from) || !address.test(to)) return [];
	const [row, last] = [from, to].map((one) => Number(address.exec(one)?.[2]) - 1) as [
		number,
		number,
	];
	const [column, end] = [columnIndex(from), columnIndex(to)] as [number, number];
	if (column >= limits.columns || last < row || end < column) return [];
	return [{ row, column, rows: last - row + 1, columns: end - column + 1 }];
}
