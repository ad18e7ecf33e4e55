import content from '#content/kwb-excel-columns.json' with { type: 'json' };
import { FileReadError } from '#server/documents/file-read-error.ts';
import { cellText } from '#server/spreadsheets/sheet.ts';
import { readXlsx } from '#server/spreadsheets/xlsx-read.ts';
import { BatchBuilder, type RawCell } from './batch-builder.ts';
import type { FigureBatch } from './batch.ts';
import { FigureFileError, RowProblems } from './file-error.ts';
import { layoutOf } from './table-layout.ts';

const keyOf = new Map(Object.entries(content.columns));

/** The column with the name of the area itself, which StatLine has not. */
const NAME = 'regio';

/** What CBS's Excel file holds: the figures, and the names of the areas. */
export interface KwbSheet {
	batches: FigureBatch[];
	areaNames: Map<string, string>;
	/** The year in the name of the sheet (`kwb-2023`); null when it has none. */
	year: number | null;
}

/**
 * Reads *Kerncijfers wijken en buurten* as CBS's own Excel file: short column names (`a_inw`), `.` for what is unknown or
 * secret. A column takes the key that StatLine gives the same topic, so that its years stay together; one that is not
 * known keeps its own name. Throws `FigureFileError`.
 */
export function readKwbXlsx(bytes: Uint8Array): KwbSheet {
	const sheet = sheetOf(bytes);
	const header = sheet.rows[0]?.cells.map((cell) => cellText(cell).trim()) ?? [];
	const skipped = new Set(['gwb_code_8', 'gwb_code_10', NAME]);
	// The number behind a name says that a column measures something; here all but a few do.
	const names = header.map((name, index) => {
		if (skipped.has(name)) return 'ID';
		const key = keyOf.get(name);
		return key === 'WijkenEnBuurten' ? key : `${key ?? name}_${index + 1}`;
	});
	const problems = new RowProblems();
	const builder = new BatchBuilder(layoutOf(names), 'kwb-csv', problems, 1000);
	const batches: FigureBatch[] = [];
	const areaNames = new Map<string, string>();
	const [code, name] = [header.indexOf('gwb_code'), header.indexOf(NAME)];
	for (const { index, cells } of sheet.rows.slice(1)) {
		if (builder.full) batches.push(builder.take());
		builder.add(
			index + 1,
			names.map((_name, column) => rawOf(cells[column])),
		);
		const [own, called] = [cellText(cells[code]).trim(), cellText(cells[name]).trim()];
		if (own && called) areaNames.set(own, called);
	}
	problems.throwIfAny();
	if (!builder.empty) batches.push(builder.take());
	if (batches.length === 0) throw new FigureFileError({ code: 'figures.empty_file' });
	return { batches, areaNames, year: Number(/\d{4}/.exec(sheet.name)?.[0] ?? NaN) || null };
}

function sheetOf(bytes: Uint8Array) {
	try {
		const sheets = readXlsx(bytes, { cells: 4_000_000, columns: 1000 });
		const found = sheets.find(({ rows }) =>
			rows[0]?.cells.some((cell) => cellText(cell).trim() === 'gwb_code'),
		);
		if (found) return found;
	} catch (error) {
		if (!(error instanceof FileReadError)) throw error;
	}
	throw new FigureFileError({
		code: 'figures.wrong_columns',
		expected: ['gwb_code', 'a_inw'],
		missing: ['gwb_code', 'a_inw'],
		unexpected: [],
	});
}

/** An empty cell is nothing; what is a number or a text comes as it is. */
function rawOf(cell: Parameters<typeof cellText>[0]): RawCell {
	return typeof cell === 'number'
		? cell
		: cell === null || cell === undefined
			? null
			: cellText(cell);
}
