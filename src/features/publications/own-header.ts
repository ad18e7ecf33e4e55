import { parseOwnNumber } from './own-number.ts';
import { parseOwnPeriod } from './own-period.ts';
import { shown, type OwnRow, type OwnSheet, type OwnValue } from './own-layout.ts';

/** How far down the names of the columns may stand: titles, dates and explanations come first. */
const DEEPEST_HEADER = 25;

/**
 * The row with the names of the columns, as `OwnRow.index`; -1 for an empty sheet. It is the first row that names most
 * of the columns which the rows below fill, with texts (or years) that all differ and of which hardly any is a number.
 */
export function guessHeaderRow(sheet: OwnSheet): number {
	const rows = sheet.rows.slice(0, DEEPEST_HEADER + 10);
	let best = { index: rows[0]?.index ?? -1, score: -Infinity };
	for (const [at, row] of rows.slice(0, DEEPEST_HEADER).entries()) {
		const score = headerScore(row, rows.slice(at + 1, at + 11));
		if (score > best.score) best = { index: row.index, score };
	}
	return best.index;
}

function headerScore(row: OwnRow, below: readonly OwnRow[]): number {
	const names = row.cells.map(shown);
	const filled = names.filter((name) => name !== '');
	if (filled.length === 0 || below.length === 0) return -Infinity;
	const used = new Set(below.flatMap(({ cells }) => cells.flatMap((cell, i) => (shown(cell) === '' ? [] : [i])))); // prettier-ignore
	const named = [...used].filter((index) => (names[index] ?? '') !== '').length;
	const asNames = row.cells.filter((cell) => shown(cell) !== '' && !isFigure(cell)).length;
	const repeated = filled.length - new Set(filled.map((name) => name.toLowerCase())).size;
	const figuresBelow = below.some(({ cells }) => cells.some(isFigure)) ? 1 : 0;
	return (
		(4 * named) / Math.max(1, used.size) +
		(3 * asNames) / filled.length +
		figuresBelow -
		(2 * repeated) / filled.length -
		(filled.length === 1 && used.size > 1 ? 3 : 0)
	);
}

/** A number that is no year: a header may be a year. */
function isFigure(cell: OwnValue): boolean {
	if (parseOwnPeriod(cell)) return false;
	if (typeof cell === 'number') return true;
	return ['comma', 'point'].some((mark) => 'value' in parseOwnNumber(cell, mark as 'comma'));
}
