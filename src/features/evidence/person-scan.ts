import { scanForOnePerson } from '#kernel/privacy/one-person.ts';
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

/** The same for notes from the neighbourhood: says as well what tells about one person, as the server will. */
export function noteScan(language: Language): (text: string) => { message: string }[] {
	const t = personHintTexts[language];
	const persons = personScan(language);
	return (text) => [
		...persons(text),
		...scanForOnePerson(text).map(({ start, end }) => ({
			message: t.onePerson(text.slice(start, end)),
		})),
	];
}
