import type { Hit } from './hit.ts';

// The RDW's series ("sidecodes") 1–14; X is a letter, 9 a digit.
const SERIES =
	'XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9'.split(
		' ',
	);
// Since 1978 plates have no vowels (no words), and no C or Q.
const MODERN = 'BDFGHJ-NPR-TV-XZ';

const DASHED = series(SERIES, 'A-Z', '-', '');
const DASHED_SMALL = series(SERIES, MODERN, '-', 'i');
// Without dashes the first two series look like a municipality's code (GM0202) and a postcode.
const GLUED = series(SERIES.slice(2), MODERN, '', '');
const AFTER_ITS_NAME = series(SERIES, 'A-Z', '[- ]?', 'i');

const NAMED = /(?:kenteken|nummerbord|nummerplaat|licen[cs]e plate|number plate)[^\d\n]{0,25}$/i;
const MONTH = /-(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)-/i;

/**
 * Dutch licence plates. With dashes in capitals ("AB-12-CD"), or small without vowels; without
 * dashes only in capitals, without vowels, so that words and codes are left alone; behind the word
 * "kenteken" in any form. A date with a month's name ("5-mei-26") is none.
 */
export function findLicencePlates(text: string): Hit[] {
	const found = new Map<number, number>();
	for (const pattern of [DASHED, DASHED_SMALL, GLUED]) {
		for (const match of text.matchAll(pattern)) {
			if (!MONTH.test(match[0])) found.set(match.index, match.index + match[0].length);
		}
	}
	for (const match of text.matchAll(AFTER_ITS_NAME)) {
		const start = match.index;
		if (NAMED.test(text.slice(Math.max(0, start - 45), start))) {
			found.set(start, start + match[0].length);
		}
	}
	return Array.from(found, ([start, end]) => ({ kind: 'licencePlate', start, end }));
}

function series(codes: string[], letters: string, dash: string, flags: string): RegExp {
	const forms = codes.map((code) =>
		code
			.split('-')
			.map((group) => `${group[0] === 'X' ? `[${letters}]` : '\\d'}{${group.length}}`)
			.join(dash),
	);
	return new RegExp(`(?<![\\p{L}\\d-])(?:${forms.join('|')})(?![\\p{L}\\d-])`, `gu${flags}`);
}
