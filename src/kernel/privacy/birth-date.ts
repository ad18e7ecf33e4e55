import type { Hit } from './hit.ts';

const MONTH_NAMES =
	'jan|feb|febr|mrt|mar|apr|mei|may|jun|jul|aug|sep|sept|okt|oct|nov|dec|januari|january|februari|february|maart|march|april|juni|june|juli|july|augustus|august|september|oktober|october|november|december';
const MONTH_STARTS = [
	'jan',
	'feb',
	'mrt',
	'apr',
	'mei',
	'jun',
	'jul',
	'aug',
	'sep',
	'okt',
	'nov',
	'dec',
];
const OTHER_STARTS = new Map([
	['maa', 2],
	['mar', 2],
	['may', 4],
	['oct', 9],
]);

const DATE = new RegExp(
	[
		String.raw`(?<d1>\d{1,2})(?<s>[-/. ])(?<m1>\d{1,2})\k<s>(?<y1>\d{4}|\d{2})`,
		String.raw`(?<y2>\d{4})[-/.](?<m2>\d{1,2})[-/.](?<d2>\d{1,2})`,
		String.raw`(?<d3>\d{1,2})(?:e|ste|de|th|st|nd|rd)?[ -](?<m3>${MONTH_NAMES})\.?[ -]'?(?<y3>\d{4}|\d{2})`,
		String.raw`(?<m4>${MONTH_NAMES})\.? (?<d4>\d{1,2})(?:th|st|nd|rd)?,? (?<y4>\d{4})`,
	]
		.map((form) => `(?<![\\p{L}\\d])${form}(?!\\d)`)
		.join('|'),
	'giu',
);

const BIRTH =
	/(?<![\p{L}\d-])(?:geboren|geb(?=[.:, ]|$)|geboorte(?:datum|dag)?|verjaar(?:t|dag|de)|jarig|born|birth(?:day|date)?|d\.?o\.?b)(?!\p{L})/iu;
const BEFORE = 50;
const AFTER = 30;

/**
 * Full dates of birth: a date that a living person can have been born on (0–110 years before
 * `today`), with a word of birth close to it (some six words before or three after). Other dates,
 * such as those of meetings, are left alone. Two-digit years count too.
 */
export function findBirthDates(text: string, today: Date = new Date()): Hit[] {
	const hits: Hit[] = [];
	for (const match of text.matchAll(DATE)) {
		const start = match.index;
		const end = start + match[0].length;
		const near =
			BIRTH.test(text.slice(Math.max(0, start - BEFORE), start)) ||
			BIRTH.test(text.slice(end, end + AFTER));
		if (near && canBeBirth(match.groups!, today)) hits.push({ kind: 'birthDate', start, end });
	}
	return hits;
}

function canBeBirth(parts: Record<string, string | undefined>, today: Date): boolean {
	const part = (name: string): string =>
		parts[`${name}1`] ?? parts[`${name}2`] ?? parts[`${name}3`] ?? parts[`${name}4`] ?? '';
	const day = Number(part('d'));
	const month = monthIndex(part('m'));
	const years = part('y').length === 4 ? [Number(part('y'))] : centuries(Number(part('y')));
	return years.some((year) => {
		const date = new Date(year, month, day);
		if (date.getMonth() !== month || date.getDate() !== day) return false;
		const age = today.getFullYear() - year;
		return date <= today && age <= 110;
	});
}

function centuries(year: number): number[] {
	return [1900 + year, 2000 + year];
}

function monthIndex(written: string): number {
	if (/^\d/.test(written)) return Number(written) - 1;
	const start = written.slice(0, 3).toLowerCase();
	return OTHER_STARTS.get(start) ?? MONTH_STARTS.indexOf(start);
}
