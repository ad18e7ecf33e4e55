import type { Language } from '#locales/messages.ts';

const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;
const timeZone = 'Europe/Amsterdam';

/** Making one of Intl's formatters takes longer than a hundred uses of it: each is made once for the few ways we use it. */
function kept<Options, Formatter>(make: (locale: string, options: Options) => Formatter) {
	const made = new Map<string, Formatter>();
	return (locale: string, options: Options): Formatter => {
		const key = `${locale} ${JSON.stringify(options)}`;
		const known = made.get(key) ?? make(locale, options);
		made.set(key, known);
		return known;
	};
}

const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options)); // prettier-ignore
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)); // prettier-ignore
const plurals = kept((locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options)); // prettier-ignore

/** How much of a date is written: `21 november 2026`, `21 nov 2026`, `za 21 nov`, `november 2026`. */
export type DateStyle = 'long' | 'short' | 'weekday' | 'month' | 'year';

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
	long: { day: 'numeric', month: 'long', year: 'numeric' },
	short: { day: 'numeric', month: 'short', year: 'numeric' },
	weekday: { weekday: 'short', day: 'numeric', month: 'short' },
	month: { month: 'long', year: 'numeric' },
	year: { year: 'numeric' },
};

/**
 * A calendar date in words. Takes ISO text of any precision (`2026-11-21`, `2026-11`, `2026`) and
 * never says more than the text does. Throws a RangeError on text that is no date.
 */
export function formatDate(iso: string, language: Language, style: DateStyle = 'long'): string {
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : style;
	const day = new Date(`${iso.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`);
	const options = { ...dateStyles[precision], timeZone: 'UTC' };
	return dates(locales[language], options).format(day);
}

/** A moment (`Date` or ISO text with a time) as the clock in the Netherlands shows it. */
export function formatMoment(moment: Date | string, language: Language): string {
	return dates(locales[language], {
		...dateStyles.short,
		hour: '2-digit',
		minute: '2-digit',
		timeZone,
	}).format(new Date(moment));
}

/** The time of a moment (`14:05`) as the clock in the Netherlands shows it. */
export function formatTime(moment: Date | string | number): string {
	const options = { hour: '2-digit', minute: '2-digit', timeZone } as const;
	return dates(locales.nl, options).format(new Date(moment));
}

/** The calendar date (`2026-11-21`) of a moment in the Netherlands. */
export function dateOfMoment(moment: Date | string): string {
	return dates('sv-SE', { timeZone }).format(new Date(moment));
}

/**
 * A number with at most `decimals` decimals (default 1) and at least `least` (default 0): `1.234,5` in
 * Dutch, `1,234.5` in English.
 */
export function formatNumber(value: number, language: Language, decimals = 1, least = 0): string {
	return numbers(locales[language], {
		minimumFractionDigits: least,
		maximumFractionDigits: decimals,
	}).format(value);
}

/** A percentage, given as 0–100: `12,5%`; decimals as with `formatNumber`. */
export function formatPercent(value: number, language: Language, decimals = 0, least = 0): string {
	return numbers(locales[language], {
		style: 'percent',
		minimumFractionDigits: least,
		maximumFractionDigits: decimals,
	}).format(value / 100);
}

/** Whole euro cents as money: `€ 1.250` when there are no cents, else `€ 1.250,50`. */
export function formatEuro(cents: number, language: Language): string {
	const digits = cents % 100 === 0 ? 0 : 2;
	return numbers(locales[language], {
		style: 'currency',
		currency: 'EUR',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	}).format(cents / 100);
}

/** How far a calendar date lies from another, in days: `morgen`, `over 24 dagen`, `3 dagen geleden`. */
export function formatDaysFrom(today: string, date: string, language: Language): string {
	const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
	return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(days, 'day');
}

/** A count with its noun: `formatCount(1, 'nl', { one: 'bron', other: 'bronnen' })` gives `1 bron`. */
export function formatCount(
	count: number,
	language: Language,
	noun: { one: string; other: string },
): string {
	const rule = plurals(locales[language], {}).select(count);
	return `${formatNumber(count, language, 0)} ${rule === 'one' ? noun.one : noun.other}`;
}

/** Words in a row with the language's own `en` or `and` before the last. */
export function formatList(words: readonly string[], language: Language): string {
	return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words);
}
