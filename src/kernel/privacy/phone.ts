import type { Hit } from './hit.ts';

const GAP = String.raw`[ \u00a0._\-–/]{0,3}`;
const COUNTRY = String.raw`(?:\(?(?:\+|00)[ ]?31\)?${GAP}(?:\(0\)${GAP})?)`;
// A mobile number, a number with a two-digit area (020, 026, 085) or a three-digit one (0320).
const NATIONAL = [
	String.raw`6\)?${GAP}${digits(8)}`,
	String.raw`[1-578]\d\)?${GAP}${digits(7)}`,
	String.raw`[1-5]\d\d\)?${GAP}${digits(6)}`,
].join('|');
const PHONE = new RegExp(`(?<![A-Z\\d+])(?:${COUNTRY}|\\(?0)(?:${NATIONAL})(?!\\d)`, 'g');
const DATE = /^0\d[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)/;

/**
 * Dutch telephone numbers: mobile (06), with an area code, or with +31 or 0031; in one piece or with
 * spaces, dots and dashes. Short public numbers (112, 0800, 0900) belong to no person.
 */
export function findPhones(text: string): Hit[] {
	const hits: Hit[] = [];
	for (const match of text.matchAll(PHONE)) {
		if (DATE.test(match[0])) continue;
		hits.push({ kind: 'phone', start: match.index, end: match.index + match[0].length });
	}
	return hits;
}

function digits(count: number): string {
	return String.raw`\d(?:${GAP}\d){${count - 1}}`;
}
