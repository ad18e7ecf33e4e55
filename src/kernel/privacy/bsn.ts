import type { Hit } from './hit.ts';

const DIGIT_GROUP = /\d+/g;
const SEPARATOR = /^[ \u00a0.-]$/;
const NAMED = /(?:\bbsn|burger\s?service\s?n(?:umme)?r|sofi)[^\d]{0,20}$/i;
const MONEY = /(?:€|\beuro?)\s?$/i;
const MONEY_AFTER = /^\s?(?:euro?\b|€|,-|,\d\d\b)/i;

interface Group {
	start: number;
	end: number;
}

interface Grouping {
	separators: string;
	shortest: number;
}

/**
 * Citizen service numbers (burgerservicenummer): nine digits that pass the 11-test, in one piece or
 * in groups of two or more with one kind of separator (space, dot, dash). Behind the word "bsn" or
 * "sofi" any grouping counts, and eight digits too: the leading zero is often left out. An amount
 * in euros in groups of three is none, nor is a piece of an ISBN.
 *
 * One number in eleven passes the test, so a file number of nine digits can be reported by chance;
 * a missed BSN is worse.
 */
export function findBsn(text: string): Hit[] {
	const groups: Group[] = Array.from(text.matchAll(DIGIT_GROUP), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
	}));
	const hits: Hit[] = [];
	for (let first = 0; first < groups.length; first += 1) {
		const end = bsnFrom(text, groups, first);
		if (end !== null) hits.push({ kind: 'bsn', start: groups[first]!.start, end });
	}
	return hits;
}

/** Where a BSN that begins with this group of digits ends, or null. */
function bsnFrom(text: string, groups: readonly Group[], first: number): number | null {
	const { start } = groups[first]!;
	const named = NAMED.test(text.slice(Math.max(0, start - 40), start));
	let digits = '';
	let shortest = Infinity;
	let separators = '';
	for (let i = first; i < groups.length && digits.length < 9; i += 1) {
		const group = groups[i]!;
		if (i > first) {
			const between = text.slice(groups[i - 1]!.end, group.start);
			if (!SEPARATOR.test(between)) return null;
			separators += between;
		}
		if (group.end - group.start > 9) return null;
		digits += text.slice(group.start, group.end);
		shortest = Math.min(shortest, group.end - group.start);
		const joined = named || plainlyGrouped(text, start, group.end, { separators, shortest });
		const whole = digits.length === 9 || (named && digits.length === 8 && !goesOn(text, group.end));
		if (whole && joined && passesElevenTest(digits)) return group.end;
	}
	return null;
}

/** One kind of separator, groups of two or more, and neither an amount nor part of an ISBN. */
function plainlyGrouped(text: string, start: number, end: number, groups: Grouping): boolean {
	const { separators, shortest } = groups;
	if (separators === '') return true;
	const separator = separators[0]!;
	if (shortest < 2 || separators !== separator.repeat(separators.length)) return false;
	if (separator === '-' || separator === '.') {
		const longer = /\d[.-]$/.test(text.slice(Math.max(0, start - 2), start)) || goesOn(text, end);
		if (longer) return false;
	}
	const isMoney = MONEY.test(text.slice(Math.max(0, start - 6), start));
	return !isMoney && !MONEY_AFTER.test(text.slice(end, end + 6));
}

function goesOn(text: string, end: number): boolean {
	return /^[ \u00a0.-]?\d/.test(text.slice(end, end + 2));
}

/** The 11-test: 9a + 8b + … + 2h − i is a multiple of 11. Eight digits get a leading zero. */
export function passesElevenTest(digits: string): boolean {
	const nine = digits.padStart(9, '0');
	if (!/^\d{9}$/.test(nine) || nine === '000000000') return false;
	let sum = -Number(nine[8]);
	for (let i = 0; i < 8; i += 1) sum += (9 - i) * Number(nine[i]);
	return sum % 11 === 0;
}
