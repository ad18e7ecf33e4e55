/** What a cell holds. A date is one without a time zone: read its UTC parts. */
export type CellValue = string | number | boolean | Date | null;

/** A rectangle of cells that are shown as one; `row` and `column` count from 0. */
export interface Merge {
	row: number;
	column: number;
	rows: number;
	columns: number;
}

/** A row that holds something; `index` counts from 0 and includes the empty rows above it. */
export interface SheetRow {
	index: number;
	cells: CellValue[];
}

/** One sheet of a workbook, as it was read. */
export interface Sheet {
	name: string;
	isHidden: boolean;
	rows: SheetRow[];
	merges: Merge[];
}

/** The name of a column as spreadsheets write it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The address of a cell as spreadsheets write it: row 0, column 0 is A1. */
export function cellName(row: number, column: number): string {
	return `${columnName(column)}${row + 1}`;
}

/** What a cell shows, as text without any formatting: a date as `YYYY-MM-DD`, with its time when it has one. */
export function cellText(value: CellValue | undefined): string {
	if (value === null || value === undefined) return '';
	if (!(value instanceof Date)) return String(value);
	const [day = '', time = ''] = value.toISOString().split('T');
	return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
