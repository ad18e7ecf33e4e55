import type { Language } from '#locales/messages.ts';

const months = [
	['jan', 'januari', 'january'],
	['feb', 'februari', 'february'],
	['mrt', 'maart', 'march', 'mar'],
	['apr', 'april'],
	['mei', 'may'],
	['jun', 'juni', 'june'],
	['jul', 'juli', 'july'],
	['aug', 'augustus', 'august'],
	['sep', 'september', 'sept'],
	['okt', 'oktober', 'october', 'oct'],
	['nov', 'november'],
	['dec', 'december'],
];

/** Typing errors (0203, 9999) aside, this leaves room to reckon with days: PostgreSQL and ISO text end their years. */
const likelyYear = /^[12]\d{3}$/;

/**
 * The date a person typed, as ISO text of the precision they gave: `21-11-2026`, `21 nov 2026` and
 * `2026-11-21` give `2026-11-21`; `11-2026` and `november 2026` give `2026-11`; `2026` gives `2026`.
 * Undefined when it is no date that exists, or one that nobody means (before 1000, from 3000).
 */
export function parseTypedDate(text: string): string | undefined {
	const parts = text
		.trim()
		.toLowerCase()
		.split(/[\s./-]+/);
	const yearFirst = parts.length > 1 && /^\d{4}$/.test(parts[0] ?? '');
	const [year, month, day, ...rest] = yearFirst ? parts : parts.reverse();
	if (year === undefined || !likelyYear.test(year) || rest.length > 0) return undefined;
	if (month === undefined) return year;
	const number = monthNumber(month);
	if (number === undefined) return undefined;
	const iso = `${year}-${String(number).padStart(2, '0')}`;
	if (day === undefined) return iso;
	return /^\d{1,2}$/.test(day) ? existing(`${iso}-${day.padStart(2, '0')}`) : undefined;
}

function monthNumber(text: string): number | undefined {
	const number = /^\d{1,2}$/.test(text)
		? Number(text)
		: 1 + months.findIndex((m) => m.includes(text));
	return number >= 1 && number <= 12 ? number : undefined;
}

function existing(iso: string): string | undefined {
	const date = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** ISO text of any precision as one types it: `2026-11-21` becomes `21-11-2026`. */
export function typedDate(iso: string): string {
	return iso.split('-').reverse().join('-');
}

/**
 * The number a person typed, with the signs of their language: `1.234,5` in Dutch, `1,234.5` in
 * English; spaces and a euro sign are ignored. Undefined when it is no number.
 */
export function parseTypedNumber(text: string, language: Language): number | undefined {
	const [group, decimal] = language === 'nl' ? ['.', ','] : [',', '.'];
	const digits = text.replace(/[\s€]/g, '');
	const shape = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${decimal}\\d+)?$`);
	if (!shape.test(digits)) return undefined;
	return Number(digits.replaceAll(group, '').replace(decimal, '.'));
}

/** A number as one types it in this language: no thousands, the language's own decimal sign. */
export function typedNumber(value: number, language: Language): string {
	const text = String(value);
	return language === 'nl' ? text.replace('.', ',') : text;
}
