import { figureTexts } from '#locales/figures.ts';
import { downloadTexts } from '#locales/figure-download.ts';
import type { Language } from '#locales/messages.ts';
import { download } from '#server/http/download.ts';
import { writeCsv } from '#server/spreadsheets/csv.ts';
import { writeXlsx, type CellToWrite } from '#server/spreadsheets/xlsx-write.ts';
import { dateOfMoment } from '#ui/format.ts';
import { originWords, type FigureOrigin } from './figure-origin.ts';
import type { Measured } from './measured.ts';

/** What a cell of a downloaded table holds: text, a number, a figure with what belongs to it, or nothing. */
export type FigureCell = string | number | Measured | null;

/** A table or the table behind a picture, as it is downloaded: the columns of the page, then where each row comes from. */
export interface FigureTable {
	title: string;
	/** The headings, in the reader's language. */
	columns: readonly string[];
	/** `origin` is null for a row that holds no figure. */
	rows: readonly { cells: readonly FigureCell[]; origin: FigureOrigin | null }[];
	/** What somebody who has only the file should know: how it was chosen, what it does not say. */
	notes: readonly string[];
}

export const figureFormats = ['csv', 'xlsx'] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** The table as a file to download. `name`: of the file, in letters, digits and hyphens. */
export function figureFile(
	table: FigureTable,
	{ format, name, language }: { format: FigureFormat; name: string; language: Language },
): Response {
	const grid = gridOf(table, language);
	const bytes = format === 'csv' ? asCsv(grid, language) : asXlsx(table, grid, language);
	return download({ kind: format, bytes, name });
}

type Grid = (string | number)[][];

/** The headings and rows with margins, bases and origin in columns of their own, where any row has them. */
export function gridOf({ columns, rows }: FigureTable, language: Language): Grid {
	const parts = columns.map((label, at) => partsOf(label, rows.map(({ cells }) => cells[at] ?? null), language)); // prettier-ignore
	const origin = originColumns(language);
	const head = [...parts.flatMap(({ labels }) => labels), ...origin.map(({ label }) => label)];
	const body = rows.map(({ cells, origin: from }) => [
		...parts.flatMap(({ write }, at) => write(cells[at] ?? null)),
		...origin.map(({ text }) => (from ? text(from) : '')),
	]);
	return [head, ...body];
}

type Value = Extract<Measured, { value: number }>;

/** What may stand beside the value of a figure, each in a column of its own when any figure has it. */
const beside = ['lower', 'upper', 'numerator', 'denominator', 'isUncertain'] as const;

/** A column, and beside it what its figures have: margin, count and base, a caution. */
function partsOf(label: string, cells: readonly FigureCell[], language: Language) {
	const t = downloadTexts[language];
	const has = (key: (typeof beside)[number]) =>
		cells.some((cell) => isValue(cell) && cell[key] !== undefined);
	const extra = beside.filter(has);
	return {
		labels: [label, ...extra.map((key) => t.beside[key](label))],
		write: (cell: FigureCell): (string | number)[] => [
			plainCell(cell, language),
			...extra.map((key) => {
				const one = isValue(cell) ? cell[key] : undefined;
				return one === true ? t.uncertain : (one ?? '');
			}),
		],
	};
}

function isValue(cell: FigureCell): cell is Value {
	return isFigure(cell) && 'value' in cell;
}

function isFigure(cell: FigureCell): cell is Measured {
	return typeof cell === 'object' && cell !== null;
}

/** The value, or the reason why there is none as the pages say it. */
function plainCell(cell: FigureCell, language: Language): string | number {
	if (!isFigure(cell)) return cell ?? '';
	return 'value' in cell ? cell.value : figureTexts[language].missing[cell.missing];
}

function originColumns(language: Language) {
	const t = downloadTexts[language];
	const kinds: Record<string, string> = figureTexts[language].kinds;
	return [
		{ label: t.period, text: (from: FigureOrigin) => from.period },
		{ label: t.kind, text: (from: FigureOrigin) => kinds[from.kind] ?? from.kind },
		{ label: t.provisional, text: (from: FigureOrigin) => (from.isProvisional ? t.yes : t.no) },
		{ label: t.table, text: (from: FigureOrigin) => `${from.title} (${from.tableId})` },
		{ label: t.publisher, text: (from: FigureOrigin) => from.publisher },
		{ label: t.licence, text: (from: FigureOrigin) => from.licence },
		{ label: t.boundaries, text: (from: FigureOrigin) => String(from.boundaryYear) },
		{ label: t.retrieved, text: (from: FigureOrigin) => dateOfMoment(from.retrievedAt) },
	];
}

/** Decimals as the reader's spreadsheet expects them: with a comma in Dutch. */
function asCsv(grid: Grid, language: Language): Uint8Array {
	const text = (cell: string | number) =>
		typeof cell === 'string' ? cell : language === 'nl' ? String(cell).replace('.', ',') : String(cell); // prettier-ignore
	return writeCsv(grid.map((row) => row.map(text)));
}

function asXlsx({ title, rows, notes }: FigureTable, grid: Grid, language: Language): Uint8Array {
	const t = downloadTexts[language];
	const [head = [], ...body] = grid;
	const heading = (value: string | number): CellToWrite => ({ value, look: 'header' });
	const origins = new Map(
		rows.flatMap(({ origin }) => (origin ? [[originWords(origin, language), origin]] : [])),
	);
	const table = {
		name: t.figures,
		columns: head.map((_, at) => ({ width: widthOf(grid, at) })),
		headerRows: 1,
		headerColumns: 1,
		rows: [head.map(heading), ...body],
	};
	const sources = {
		name: t.sources,
		columns: [{ width: 110, look: 'plain' as const }],
		rows: [
			[{ value: title, look: 'title' as const }],
			...notes.map((note): CellToWrite[] => [note]),
			[{ value: t.sources, look: 'label' as const }],
			...[...origins.keys()].map((words): CellToWrite[] => [words]),
		],
	};
	return writeXlsx([table, sources], { title, language: language === 'nl' ? 'nl-NL' : 'en-GB' });
}

/** As wide as its longest text, within reason. */
function widthOf(grid: Grid, at: number): number {
	const longest = grid.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
	return Math.min(44, Math.max(10, longest + 2));
}
