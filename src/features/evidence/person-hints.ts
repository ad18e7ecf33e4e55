import { scanText } from '#kernel/privacy/scan.ts';
import type { Language } from '#locales/messages.ts';
import { personalData, personHintTexts } from '#locales/personal-data.ts';

/** For `TextArea`'s `scan`: says what in a text would make a person recognisable, as the server will. */
export function personHints(language: Language): (text: string) => { message: string }[] {
	const t = personHintTexts[language];
	return (text) =>
		scanText(text).map(({ kind, start, end }) => ({
			message: t.found(text.slice(start, end), personalData[language][kind]),
		}));
}
