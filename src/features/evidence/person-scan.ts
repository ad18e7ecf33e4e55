import { scanText } from '#kernel/privacy/scan.ts';
import type { Language } from '#locales/messages.ts';
import { personalData, personHintTexts } from '#locales/personal-data.ts';

/** Says in a sentence each what in a text would make a person recognisable. */
export function personScan(language: Language): (text: string) => { message: string }[] {
	const t = personHintTexts[language];
	return (text) =>
		scanText(text).map(({ kind, start, end }) => ({
			message: t.found(text.slice(start, end), personalData[language][kind]),
		}));
}
