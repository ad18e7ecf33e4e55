import { cellText, type CellValue, type SheetRow } from '#server/spreadsheets/sheet.ts';
import { parseAreaCode } from './area-code.ts';
import { BoundaryError, type ChangeRowProblem } from './boundary-problem.ts';

/** From `year` on, the area `to` holds `share` (above 0, up to 1) of what `from` was; null when the source says none. */
export interface AreaChange {
	year: number;
	from: string;
	to: string;
	share: number | null;
}

/** The most rows that are kept to be shown; all are counted. */
const SHOWN = 50;

/** How the columns are called, in the forms that CBS and municipalities use. */
const COLUMNS = {
	from: /^(oud|van|from|old|vorige?)\b|(code|buurt|wijk|gemeente|gwb)\w*[ _-]?(oud|van|old|from|vorig)|(oude?|van|old|from|vorige)[ _-]?(code|buurt|wijk|gemeente|gwb)/i,
	to: /^(nieuw|naar|to|new)\b|(code|buurt|wijk|gemeente|gwb)\w*[ _-]?(nieuw|naar|new|to)\b|(nieuwe?|naar|new|to)[ _-]?(code|buurt|wijk|gemeente|gwb)/i,
	year: /^(jaar|year|ingangs?jaar|per|vanaf|datum|ingangsdatum)/i,
	share: /^(aandeel|deel|share|percentage|%|gewicht|weight)/i,
};

/**
 * Reads a table with changes of codes: columns for the old and the new code, the first year of the new one, and perhaps
 * which share of the old area went over (`0,35` or `35%`). Without a column of years `year` holds for every row.
 * All problems of rows come at once. Throws a `BoundaryError`.
 */
export function readChanges(rows: readonly SheetRow[], year: number | null): AreaChange[] {
	const [head, ...lines] = rows.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
	const names = (head?.cells ?? []).map((cell) => textOf(cell));
	const at = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
	const columns = {
		from: at(COLUMNS.from),
		to: at(COLUMNS.to),
		year: at(COLUMNS.year),
		share: at(COLUMNS.share),
	};
	if (columns.from < 0 || columns.to < 0 || columns.from === columns.to)
		throw new BoundaryError({
			code: 'no_code_columns',
			columns: names.filter((name) => name !== '').slice(0, 12),
		});
	if (columns.year < 0 && year === null) throw new BoundaryError({ code: 'no_year' });
	const problems: ChangeRowProblem[] = [];
	const changes: AreaChange[] = [];
	const seen = new Map<string, number>();
	for (const { index, cells } of lines) {
		const change = changeOf(cells, columns, year);
		if ('problem' in change) {
			problems.push({ row: index + 1, ...change });
			continue;
		}
		const key = `${change.year} ${change.from} ${change.to}`;
		if (seen.has(key)) problems.push({ row: index + 1, problem: 'twice', text: key });
		seen.set(key, index);
		changes.push(change);
	}
	problems.push(...tooMuch(changes, seen));
	if (problems.length > 0)
		throw new BoundaryError({
			code: 'wrong_changes',
			rows: problems.toSorted((a, b) => a.row - b.row).slice(0, SHOWN),
			total: problems.length,
		});
	if (changes.length === 0) throw new BoundaryError({ code: 'nothing_usable' });
	return changes;
}

function changeOf(
	cells: readonly CellValue[],
	columns: Record<keyof typeof COLUMNS, number>,
	given: number | null,
): AreaChange | Pick<ChangeRowProblem, 'problem' | 'text'> {
	const cell = (column: number) => (column < 0 ? '' : textOf(cells[column]));
	const [from, to] = [cell(columns.from), cell(columns.to)].map((text) =>
		parseAreaCode(text.toUpperCase()),
	);
	if (!from) return { problem: 'not_a_code', text: cell(columns.from) };
	if (!to) return { problem: 'not_a_code', text: cell(columns.to) };
	if (from.level !== to.level) return { problem: 'other_level', text: `${from.code} ${to.code}` };
	const year = columns.year < 0 ? given : Number(/\b(?:19|20)\d\d\b/.exec(cell(columns.year))?.[0]);
	if (!year) return { problem: 'not_a_year', text: cell(columns.year) };
	const share = shareOf(cell(columns.share));
	if (Number.isNaN(share)) return { problem: 'not_a_share', text: cell(columns.share) };
	return { year, from: from.code, to: to.code, share };
}

/** `0,35`, `0.35` and `35%` are the same; null for an empty cell, NaN for what is no share. */
function shareOf(text: string): number | null {
	if (text === '') return null;
	const percent = text.endsWith('%');
	const number = Number(text.replace('%', '').trim().replace(',', '.'));
	const share = percent ? number / 100 : number;
	return share > 0 && share <= 1 ? share : NaN;
}

/** An area cannot give away more than the whole of it; a hundredth is left for rounding. */
function tooMuch(
	changes: readonly AreaChange[],
	rows: ReadonlyMap<string, number>,
): ChangeRowProblem[] {
	const given = new Map<string, number>();
	const problems: ChangeRowProblem[] = [];
	for (const { year, from, to, share } of changes) {
		const key = `${year} ${from}`;
		const sum = (given.get(key) ?? 0) + (share ?? 0);
		given.set(key, sum);
		if (sum > 1.01)
			problems.push({ row: (rows.get(`${key} ${to}`) ?? 0) + 1, problem: 'too_much', text: from });
	}
	return problems;
}

function textOf(cell: CellValue | undefined): string {
	return cellText(cell).trim();
}
