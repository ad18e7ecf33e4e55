import { exchangeTexts } from '#locales/form-exchange.ts';
import { bulletList, heading, paragraph } from '#ui/document/build.ts';
import type {
	Block,
	DocumentModel,
	Inline,
	ParagraphBlock,
	TableBlock,
} from '#ui/document/model.ts';
import { guideLines } from './exchange-guide.ts';
import type { OutgoingForm, OutgoingTheme } from './exchange-out.ts';

/**
 * The form as a document, like the appendix it comes from (S0, appendix 1): lying sheets, a table per domain, and in
 * each cell a line per entry with its code behind it.
 */
export function exchangeDocument(form: OutgoingForm): DocumentModel {
	const { language } = form;
	const t = exchangeTexts[language];
	return {
		title: t.sheetTitle,
		subtitle: `${t.area}: ${form.areaName}`,
		note: `${t.formCode}: ${form.code}`,
		language,
		orientation: 'landscape',
		contents: false,
		blocks: [
			heading(1, t.howTo, 'how-to'),
			bulletList(...guideLines(language)),
			...form.domains.flatMap((one): Block[] => [
				{ type: 'pageBreak' },
				heading(1, domainTitle(form, one), `domain-${one.domain.id}`),
				domainTable(form, one),
			]),
			paragraph(form.source),
		],
	};
}

type Domain = OutgoingForm['domains'][number];

function domainTitle({ language }: OutgoingForm, { domain }: Domain): string {
	const name = domain.name[language];
	return domain.id === 'outside' ? name : `${domain.id} ${name}`;
}

function domainTable(form: OutgoingForm, { domain, themes }: Domain): TableBlock {
	const { language, columns } = form;
	return {
		type: 'table',
		grid: true,
		caption: [domain.goal, domain.subtitle].flatMap((text) => text?.[language] ?? []).join(': '),
		headerColumn: true,
		columns: [
			{ header: form.themesHeading, width: 0.8 },
			...columns.map(({ name, kind }) => ({
				header: name[language],
				width: kind === 'sources' ? 0.8 : 1.2,
			})),
		],
		rows: themes.map((theme) => [
			[paragraph(theme.theme.name[language])],
			...columns.map(({ id, kind }) => [
				...(kind === 'sources' ? sourceLines(theme) : entryLines(theme, id)),
				// Room to write in: an empty paragraph says nothing when the form comes back.
				...Array.from({ length: form.isFilled ? 1 : 4 }, () => paragraph('')),
			]),
		]),
	};
}

function sourceLines({ sources }: OutgoingTheme): ParagraphBlock[] {
	return sources.map((title) => paragraph(title));
}

function entryLines({ entries }: OutgoingTheme, columnId: string): ParagraphBlock[] {
	return entries
		.filter((entry) => entry.columnId === columnId)
		.map(({ text, code }) => ({
			type: 'paragraph',
			content: [...lines(text), { type: 'emphasis', text: ` [${code}]` }],
		}));
}

function lines(text: string): Inline[] {
	return text
		.split('\n')
		.flatMap((line, index): Inline[] => [
			...(index > 0 ? [{ type: 'lineBreak' } as const] : []),
			{ type: 'text', text: line },
		]);
}
