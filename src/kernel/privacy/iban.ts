import type { Hit } from './hit.ts';

// Length by country (SWIFT's IBAN registry), for the countries of SEPA and some more.
const LENGTHS =
	'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 TR26 UA29';
const LENGTH_OF = new Map(
	LENGTHS.split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?=([A-Z]{2})[ ]?\d[ ]?\d)/gi;

/** Bank account numbers (IBAN, ISO 13616) with a right length and check digits, spaced or not. */
export function findIbans(text: string): Hit[] {
	const hits: Hit[] = [];
	for (const match of text.matchAll(START)) {
		const length = LENGTH_OF.get(match[1]!.toUpperCase());
		if (length === undefined) continue;
		const end = endAfter(text, match.index, length);
		if (end === null || !passesMod97(text.slice(match.index, end))) continue;
		hits.push({ kind: 'iban', start: match.index, end });
	}
	return hits;
}

/** Where `count` letters and digits from `start` end, with at most one separator between two. */
function endAfter(text: string, start: number, count: number): number | null {
	let found = 0;
	for (let i = start, gap = 0; i < text.length; i += 1) {
		if (/[A-Za-z\d]/.test(text[i]!)) {
			found += 1;
			gap = 0;
			if (found === count) return i + 1;
		} else {
			gap += 1;
			if (gap > 1 || !/[ \u00a0.-]/.test(text[i]!)) return null;
		}
	}
	return null;
}

/** ISO 7064 mod 97-10: the first four to the back, A = 10 … Z = 35, remainder 1. */
export function passesMod97(iban: string): boolean {
	const plain = iban.replace(/[^A-Za-z\d]/g, '').toUpperCase();
	let remainder = 0;
	for (const character of plain.slice(4) + plain.slice(0, 4)) {
		const value = parseInt(character, 36);
		remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
	}
	return remainder === 1;
}
