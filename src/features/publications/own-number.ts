import type { MissingText } from '#features/figures/measured.ts';
import type { DecimalMark, OwnValue } from './own-layout.ts';

/** What a cell with a number holds. */
export type OwnNumber = { value: number } | { missing: MissingText } | { error: 'not_a_number' };

const blanks: Readonly<Record<string, MissingText>> = {
	'': 'not_measured',
	'-': 'not_measured',
	'–': 'not_measured',
	'—': 'not_measured',
	nb: 'unknown_or_secret',
	'n.b.': 'unknown_or_secret',
	'n.b': 'unknown_or_secret',
	'.': 'unknown_or_secret',
	'?': 'unknown_or_secret',
	onbekend: 'unknown_or_secret',
	unknown: 'unknown_or_secret',
	geheim: 'unknown_or_secret',
	nvt: 'cannot_occur',
	'n.v.t.': 'cannot_occur',
	'n.v.t': 'cannot_occur',
	na: 'cannot_occur',
	'n/a': 'cannot_occur',
	x: 'suppressed',
	'*': 'suppressed',
};

/** What somebody else already held back: `<5`, `< 10`, `minder dan 10`. */
const heldBack = /^(?:<|≤|minder dan|fewer than|less than)\s*\d+$/;
const spaces = /[\s\u00a0\u202f'’]/g;
const plain = /^[-+]?\d+(?:\.\d+)?$/;
const grouped = { comma: /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, point: /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/ }; // prettier-ignore
const ungrouped = { comma: /^[-+]?\d+(?:,\d+)?$/, point: plain };

/**
 * Reads a cell with a number. A text is read by how the file writes its decimals; the other mark, a space or an
 * apostrophe may stand between thousands, a euro sign before and a percent sign behind. What does not fit is no number:
 * `1.5` in a file with decimal commas is not guessed at.
 */
export function parseOwnNumber(raw: OwnValue | undefined, decimal: DecimalMark): OwnNumber {
	if (typeof raw === 'number')
		return Number.isFinite(raw) ? { value: raw } : { error: 'not_a_number' };
	if (typeof raw === 'boolean') return { error: 'not_a_number' };
	const text = (raw ?? '').trim().toLowerCase();
	const missing = blanks[text];
	if (missing) return { missing };
	if (heldBack.test(text)) return { missing: 'suppressed' };
	const bare = text.replace(/^€\s*/, '').replace(/\s*%$/, '').replace('\u2212', '-');
	const number = /\d[\s\u00a0\u202f'’]\d{3}(?!\d)/.test(bare) ? bare.replace(spaces, '') : bare;
	const value = asPoint(number, decimal);
	const read = value === null ? NaN : Number(value);
	return Number.isFinite(read) ? { value: read } : { error: 'not_a_number' };
}

function asPoint(text: string, decimal: DecimalMark): string | null {
	if (!grouped[decimal].test(text) && !ungrouped[decimal].test(text)) return null;
	return decimal === 'comma'
		? text.replaceAll('.', '').replace(',', '.')
		: text.replaceAll(',', '');
}

/**
 * How the texts of a file write their decimals: what reads most of them as numbers; where both do, the mark that is
 * followed by something else than three digits; else a comma, as people write in Dutch.
 */
export function guessDecimal(texts: readonly OwnValue[]): DecimalMark {
	const written = texts.filter((one): one is string => typeof one === 'string' && /\d/.test(one));
	const reads = (mark: DecimalMark) =>
		written.filter((one) => 'value' in parseOwnNumber(one, mark)).length;
	const [comma, point] = [reads('comma'), reads('point')];
	return point > comma ? 'point' : 'comma';
}
