import { parseAreaCode } from '#features/areas/area-code.ts';
import { catalogue } from '#features/figures/catalogue.ts';
import { matchColumns } from '#features/figures/indicator-match.ts';
import { decodeStream } from './decode.ts';
import { kindOf } from './families.ts';
import { FigureFileError, RowProblems } from './file-error.ts';
import type { SourceFile } from './import-source.ts';
import { splitLine } from './lines.ts';
import type { LongTable } from './long-table.ts';
import { type Cell, parseCell } from './number.ts';
import { seriesAbout } from './series-about.ts';

const CODES = /^(?:gm|wk|bu)_code$/;
const NAMES = /^(?:gm|wk|bu)_naam$/;

/** Whether the first line of a file is that of the Leefbaarometer (`wk_code`, `jaar`, `lbm`). */
export function isLeefbaarometer(names: readonly string[]): boolean {
	return names.some((name) => CODES.test(name)) && names.includes('jaar') && names.includes('lbm');
}

/**
 * Reads the open data of the Leefbaarometer 3.0: commas between cells, a line per area and year; `lbm` is the score, `afw`
 * its difference from the country, which the five dimensions behind it add up to. Gives the names of the areas.
 * Throws `FigureFileError`.
 */
export async function readLeefbaarometer(
	file: SourceFile,
	table: LongTable,
): Promise<Map<string, string>> {
	const problems = new RowProblems();
	const areaNames = new Map<string, string>();
	let columns: string[] | null = null;
	for await (const { row, cells } of rowsOf(file)) {
		if (columns === null) {
			columns = cells;
			continue;
		}
		const known: string[] = columns;
		const cellAt = (test: (name: string) => boolean) => cells[known.findIndex(test)] ?? '';
		const raw = cellAt((name) => CODES.test(name));
		const area = parseAreaCode(raw);
		if (cells.length !== known.length)
			problems.add({ kind: 'too-few-columns', row, found: cells.length, expected: known.length });
		else if (area === null) problems.add({ kind: 'unknown-area-code', row, text: raw });
		else {
			const name = cellAt((one) => NAMES.test(one));
			if (name) areaNames.set(area.code, name);
			const nowhere = { name: null, municipalityName: null, boundaryChange: null, postcode: null };
			const at = table.area(area.code, () => ({ ...area, ...nowhere }));
			addScores(
				table,
				at,
				{ columns: known, cells, year: cellAt((one) => one === 'jaar'), row },
				problems,
			);
		}
	}
	if (columns === null) throw new FigureFileError({ code: 'figures.empty_file' });
	problems.throwIfAny();
	return areaNames;
}

const family = 'leefbaarometer';

function addScores(
	table: LongTable,
	area: number,
	{ columns, cells, year, row }: { columns: string[]; cells: string[]; year: string; row: number },
	problems: RowProblems,
): void {
	const scores = columns.filter(
		(name) => !CODES.test(name) && !NAMES.test(name) && name !== 'jaar',
	);
	const indicators = matchColumns(catalogue, family, scores);
	for (const [position, key] of scores.entries()) {
		const text = cells[columns.indexOf(key)];
		const cell = cellOf(text);
		if ('error' in cell) {
			problems.add({ kind: 'not-a-number', row, column: key, text: String(text) });
			continue;
		}
		const series = table.seriesOf(`${key} ${year}`, () => ({
			order: [position, year],
			about: seriesAbout({
				column: { key, sourceKey: key, position: null, kind: 'measure' },
				topic: undefined,
				indicator: indicators.get(key) ?? null,
				dimensions: [],
				about: { family, kind: kindOf(family), whole: {} },
				period: year,
				isProvisional: false,
			}),
		}));
		table.put(area, series, 'value', cell);
	}
}

/** Written by a program for statistics: small numbers come as `9.8e-05`, and what the year does not have as `NA`. */
function cellOf(text: string | undefined): Cell {
	if (text === 'NA') return { missing: 'not_published' };
	const isSmall = /^-?\d+(?:\.\d+)?e-\d+$/i.test(text ?? '');
	return parseCell(isSmall ? Number(text) : text, 'kwb-csv');
}

/** Commas stand between the cells here, and texts stand in quotes; no text holds a semicolon. */
async function* rowsOf(file: SourceFile): AsyncGenerator<{ row: number; cells: string[] }> {
	let rest = '';
	let row = 0;
	for await (const piece of decodeStream(file.open())) {
		const lines = (rest + piece).split(/\r?\n/);
		rest = lines.pop() ?? '';
		for (const line of lines) {
			row += 1;
			if (line.trim() !== '') yield { row, cells: splitLine(line, ',') };
		}
	}
	if (rest.trim() !== '') yield { row: row + 1, cells: splitLine(rest, ',') };
}
