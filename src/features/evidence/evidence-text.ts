import type { Bilingual } from '#kernel/bilingual.ts';
import { scanText } from '#kernel/privacy/scan.ts';
import { evidenceTexts } from '#locales/evidence.ts';
import { personalData } from '#locales/failures.ts';
import type { Language } from '#locales/messages.ts';
import { dateOfMoment, formatDate, formatMoment } from '#ui/format.ts';

/** A moment in words, never more precise than it is known: with the time, a day, a month or a year. */
export function momentText(at: Date, precision: string, language: Language): string {
	if (precision === 'minute') return formatMoment(at, language);
	const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
	return formatDate(dateOfMoment(at).slice(0, length), language);
}

/** What names a source in a list: its title; for an observation without words its place. */
export function sourceTitle({ title, place }: { title: string; place: string }): string {
	return title || place;
}

/** For `TextArea`'s `scan`: says what in a text would make a person recognisable, as the server will. */
export function personHints(language: Language): (text: string) => { message: string }[] {
	const t = evidenceTexts[language];
	return (text) =>
		scanText(text).map(({ kind, start, end }) => ({
			message: t.found(text.slice(start, end), personalData[language][kind]),
		}));
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
