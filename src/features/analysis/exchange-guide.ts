import { exchangeTexts } from '#locales/form-exchange.ts';
import { languages, type Language } from '#locales/messages.ts';
import { bareName } from './exchange-names.ts';
import type { OutgoingForm } from './exchange-out.ts';
import type { Framework } from './framework.schema.ts';
import { allParts } from './framework.ts';

/** What is said about filling in, line by line. */
export function guideLines(language: Language): string[] {
	return Object.values(exchangeTexts[language].guide);
}

/** What a form that goes out says on its sheet of explanation: each row as label and text. */
export function guideRows(form: OutgoingForm): { title?: string; label?: string; text?: string }[] {
	const { language } = form;
	const t = exchangeTexts[language];
	return [
		{ title: t.sheetTitle },
		{ label: t.area, text: form.areaName },
		{ label: t.formCode, text: form.code },
		{},
		{ title: t.howTo },
		...guideLines(language).map((text) => ({ text })),
		{},
		{ title: t.columnsTitle },
		...form.columns.map(({ name, explanation }) => ({
			label: name[language],
			text: explanation[language],
		})),
		{},
		{ title: t.themesTitle },
		...form.domains.flatMap(({ themes }) =>
			themes.map(({ theme }) => ({
				label: theme.name[language],
				text: theme.explanation[language],
			})),
		),
		{ text: form.source },
	];
}

/** What our files say around the cells of the form, in either language; the names and codes behind a label aside. */
export function ownTexts(framework: Framework): Set<string> {
	const { domains, columns } = allParts(framework);
	const texts = languages.flatMap((language) => {
		const { sheetTitle, guideSheet, howTo, columnsTitle, themesTitle } = exchangeTexts[language];
		return [
			...[sheetTitle, guideSheet, howTo, columnsTitle, themesTitle, framework.source[language]],
			...guideLines(language),
			...columns.flatMap(({ name, explanation }) => [name[language], explanation[language]]),
			...domains.flatMap((domain) => [
				...[domain.name[language], `${domain.id} ${domain.name[language]}`],
				[domain.goal, domain.subtitle].flatMap((text) => text?.[language] ?? []).join(': '),
				...domain.themes.flatMap((one) => [one.name[language], one.explanation[language]]),
			]),
		];
	});
	return new Set(texts.map(bareName));
}

const labels = languages.flatMap((language) => {
	const { area, formCode } = exchangeTexts[language];
	return [area, formCode];
});

/** Whether a text is one that our files put around the form: `own` is what `ownTexts` gives. */
export function isOwnText(text: string, own: ReadonlySet<string>): boolean {
	// Word counts the tables in their captions.
	const plain = text.trim().replace(/^(Tabel|Table) \d+\. /, '');
	return own.has(bareName(plain)) || labels.some((label) => plain.startsWith(label));
}
