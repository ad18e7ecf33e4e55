import type { AreaLevel } from '#features/areas/area-code.ts';

/** What a column of a municipality's own file may be. */
export const ownRoles = [
	'area_code',
	'area_name',
	'period',
	'indicator',
	'category',
	'number',
	'percentage',
	'part',
	'base',
	'ignore',
] as const;
export type OwnRole = (typeof ownRoles)[number];

/** How a file writes its numbers: `1.234,5` or `1,234.5`. Only texts are read so; numbers of a spreadsheet are numbers. */
export const decimalMarks = ['comma', 'point'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** A cell as it is kept until the import: dates are texts (`2024-03-01`). */
export type OwnValue = string | number | boolean | null;

/** A row that holds something; `index` counts the rows of the sheet from 0. */
export interface OwnRow {
	index: number;
	cells: OwnValue[];
}

/** A sheet as it is kept until the import; a CSV file has one, without a name. */
export interface OwnSheet {
	name: string;
	rows: OwnRow[];
}

/** What one column is. */
export interface OwnColumn {
	/** Its place in the sheet, from 0. */
	index: number;
	/** As it stands above it; '' when nothing does. */
	header: string;
	role: OwnRole;
	/** For numbers in a wide file: what is measured, without the period. '' takes the name of the indicator or the header. */
	name: string;
	/** For numbers in a wide file: the period that the header names (`2023`, `2023-04`). */
	period: string | null;
	/** For a part or a base: the place of the percentage or score that it stands behind; null for the only one. */
	of: number | null;
}

/** How a sheet is to be read. */
export interface OwnLayout {
	/** Which sheet, from 0. */
	sheet: number;
	/** The row with the names of the columns, counted as `OwnRow.index`. */
	headerRow: number;
	decimal: DecimalMark;
	/** Of which level the names of areas are; null when they are mixed. */
	level: Exclude<AreaLevel, 'country'> | null;
	/** The year of the boundaries that the areas have. */
	boundaryYear: number;
	/** The period of all numbers, where neither a column nor a header says it. */
	period: string | null;
	columns: OwnColumn[];
}

/** The most rows of one file, over all its sheets: 500 areas × 100 lines each. */
export const MOST_OWN_ROWS = 50_000;
/** The most columns of one sheet. */
export const MOST_OWN_COLUMNS = 200;

/** The most numbers of one file: more take the gate longer than somebody who looks at a page waits (2 s for 48,000). */
export const MOST_OWN_FIGURES = 60_000;

/** Whether a column holds what is measured. */
export const isMeasured = ({ role }: Pick<OwnColumn, 'role'>): boolean =>
	role === 'number' || role === 'percentage';

/** What a cell shows, trimmed. */
export const shown = (value: OwnValue | undefined): string =>
	value === null || value === undefined ? '' : String(value).trim();

/** The rows below the header. */
export const dataRows = (sheet: OwnSheet, headerRow: number): OwnRow[] =>
	sheet.rows.filter(({ index }) => index > headerRow);
