import type { MissingText } from '#features/figures/measured.ts';

/** What one cell holds. */
export type Cell = { value: number } | { missing: MissingText } | { error: 'not-a-number' };

/**
 * How a source writes its cells: `kwb-csv` and `odata3` with a decimal point, and nothing for what is
 * not published; `statline` (a download of the website) with a decimal comma, points or spaces
 * between thousands, and a blank for what cannot occur.
 */
export type NumberDialect = 'kwb-csv' | 'odata3' | 'statline';

const SENTINELS = new Set([-99995, -99997, -99999997, -99999998, -99999999]);
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED_BY_SPACE = /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?=$|[.,])/;
const GROUPED_BY_POINT = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMA = /^-?\d{1,3}(?:,\d{3})+\.\d+$|^-?\d{1,3}(?:,\d{3}){2,}$/;
const DECIMAL_COMMA = /^-?\d+,\d+$/;
const THREE_AFTER_COMMA = /^-?\d{1,3},\d{3}$/;

/**
 * Reads one cell, as text or as the number or null of a JSON answer. Padding is ignored, a minus may
 * be a hyphen or a real minus sign. In the dialects with a point, a comma is read as a decimal comma
 * (a file that went through a Dutch spreadsheet), except where it could just as well stand between
 * thousands ("1,234"): that is not a number, because a guess would be wrong by a factor of 1,000.
 */
export function parseCell(raw: string | number | null | undefined, dialect: NumberDialect): Cell {
	if (raw === null || raw === undefined) return { missing: 'not_published' };
	if (typeof raw === 'number') return known(raw);
	const text = raw.trim();
	if (text === '') {
		const nothing = raw === '' && dialect !== 'statline';
		return { missing: nothing ? 'not_published' : 'cannot_occur' };
	}
	if (text === '.') return { missing: 'unknown_or_secret' };
	if (text === 'x' || text === 'X') return { missing: 'suppressed' };
	const plain = withPoint(text.replace(/^\u2212/, '-'), dialect);
	return plain === null ? { error: 'not-a-number' } : known(Number(plain));
}

function known(value: number): Cell {
	if (!Number.isFinite(value)) return { error: 'not-a-number' };
	return SENTINELS.has(value) ? { missing: 'suppressed' } : { value };
}

/** The same number with nothing but digits and at most one decimal point, or null. */
function withPoint(text: string, dialect: NumberDialect): string | null {
	const number = GROUPED_BY_SPACE.test(text) ? text.replace(/[ \u00a0\u202f]/g, '') : text;
	if (dialect === 'statline' && GROUPED_BY_POINT.test(number)) {
		return number.replaceAll('.', '').replace(',', '.');
	}
	if (PLAIN.test(number)) return number;
	if (GROUPED_BY_POINT.test(number)) return number.replaceAll('.', '').replace(',', '.');
	if (dialect !== 'statline') {
		if (GROUPED_BY_COMMA.test(number)) return number.replaceAll(',', '');
		if (THREE_AFTER_COMMA.test(number)) return null;
	}
	return DECIMAL_COMMA.test(number) ? number.replace(',', '.') : null;
}
