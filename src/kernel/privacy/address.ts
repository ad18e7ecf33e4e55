import type { Hit } from './hit.ts';

// Lower-case letters count only when glued to the digits: "2020 en 12" is no postcode.
// SA, SD and SS are never given out.
const POSTCODE = /(?<![\p{L}\d])[1-9]\d{3}(?:[ \u00a0]?(?!S[ADS])[A-Z]{2}|[A-Za-z]{2})(?!\p{L})/gu;

const NUMBER = String.raw`\d{1,5}(?![\d.,]\d)(?:[ ]?[a-zA-Z](?![\p{L}\d]))?(?:[-/ ](?:[a-zA-Z]{1,4}|\d{1,4}|bis)(?![\p{L}\d]))?`;
const TOWN = String.raw`(?:[ ,]{1,3}\p{Lu}[\p{L}'’.-]{1,25}){1,3}`;
const MARK = String.raw`(?:huis)?(?:nr|no|num|nummer)\b\.?|#`;

const NUMBER_AFTER = new RegExp(
	`^(?:[\\s,;-]{0,4}(?:(?:${MARK})[\\s:]{0,2})?|${TOWN}[ ,]{1,3}(?:${MARK})[\\s:]{0,2})(?<number>\\d{1,5})(?![\\d]|[.,]\\d)(?:[ ]?-?[ ]?(?:bis|[a-zA-Z])(?![\\p{L}\\d]))?`,
	'iu',
);
const NUMBER_BEFORE = new RegExp(
	`\\p{L}[\\p{L}'’.]{0,40}[ ,]{1,2}(?:(?:${MARK})[ ]?)?(?<number>${NUMBER})(?:\\s?[,;(]\\s?|\\s{1,2})(?:te |in )?(?:\\p{Lu}[\\p{L}'’-]{1,25}[ ,]{1,3}){0,3}(?:postcode )?$`,
	'u',
);
// A box at the post office is nobody's front door.
const POST_BOX = /^(?:postbus|antwoordnummer|po box)\b/iu;
const YEAR = /^(?:19|20)\d\d$/;
// Words between which a number is a time, an amount or a count rather than a house number.
const NOT_A_STREET =
	/(?:^|[^\p{L}])(?:in|sinds|van|vanaf|tot|uit|of|since|from|the|de|het|en|and|postcodes?)[ ,]+\d+[^\d]*$/iu;

/**
 * A Dutch postcode together with a house number, which is one front door: "1234 AB 12",
 * "1234AB nr 12-bis", "Kerkstraat 12, 1234 AB", "Kerkstraat 12, Arnhem 1234 AB". A postcode alone
 * (some twenty doors) is allowed, and so is a street with a number but without postcode, because
 * places of work, playgrounds and crossings are named that way.
 */
export function findAddresses(text: string): Hit[] {
	const hits: Hit[] = [];
	for (const match of text.matchAll(POSTCODE)) {
		const start = match.index;
		const end = start + match[0].length;
		const after = NUMBER_AFTER.exec(text.slice(end, end + 110));
		const before = numberBefore(text.slice(Math.max(0, start - 140), start));
		if (after && !YEAR.test(after.groups!['number']!)) {
			hits.push({ kind: 'address', start: start - before, end: end + after[0].length });
		} else if (before > 0) {
			hits.push({ kind: 'address', start: start - before, end });
		}
	}
	return hits;
}

/** How many characters before the postcode the street and house number begin; 0 without one. */
function numberBefore(preceding: string): number {
	const match = NUMBER_BEFORE.exec(preceding);
	if (!match || NOT_A_STREET.test(match[0]) || POST_BOX.test(match[0])) return 0;
	return YEAR.test(match.groups!['number']!) ? 0 : match[0].length;
}
