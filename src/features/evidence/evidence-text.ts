import type { Bilingual } from '#kernel/bilingual.ts';
import type { Language } from '#locales/messages.ts';
import { dateOfMoment, formatDate, formatMoment } from '#ui/format.ts';

/** A moment in words, never more precise than it is known: with the time, a day, a month or a year. */
export function momentText(at: Date, precision: string, language: Language): string {
	if (precision === 'minute') return formatMoment(at, language);
	const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
	return formatDate(dateOfMoment(at).slice(0, length), language);
}

/** The same without the time of the day: for citing. */
export function dayText(at: Date, precision: string, language: Language): string {
	return momentText(at, precision === 'minute' ? 'day' : precision, language);
}

/** What names a source in a list: its title; for an observation without words its place. */
export function sourceTitle({ title, place }: { title: string; place: string }): string {
	return title || place;
}

/** The names of themes by their id. */
export function themeNames(
	groups: readonly { themes: readonly { id: string; name: Bilingual }[] }[],
	language: Language,
): Map<string, string> {
	return new Map(
		groups.flatMap(({ themes }) => themes.map(({ id, name }) => [id, name[language]])),
	);
}
