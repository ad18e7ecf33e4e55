import type { Language } from '#locales/messages.ts';
import { talkTexts } from '#locales/talks.ts';
import { heading, paragraph, type InlineInput } from '#ui/document/build.ts';
import type { Block, DocumentModel, Inline } from '#ui/document/model.ts';
import type { Guide, Guides } from './guide.schema.ts';

/** How many lines there are to write on below a question. */
const lines = 4;

/**
 * A guide as a sheet of paper to fill in by hand: its number, place and day, the questions with lines to write on, and
 * for key figures what they do in the neighbourhood. There is no room for a name, because none is kept.
 */
export function sheetModel(guide: Guide, guides: Guides, language: Language): DocumentModel {
	const t = talkTexts[language].form;
	const roles = guides.speakers.find(({ id }) => id === guide.speaker)?.roles ?? [];
	return {
		title: guide.name[language],
		language,
		contents: false,
		note: t.intro,
		blocks: [
			paragraph(...blank(t.number, 8), '   ', ...blank(t.day, 14)),
			paragraph(...blank(t.place, 40)),
			...(roles.length > 0
				? [
						heading(1, t.role, 'rol'),
						paragraph(roles.map(({ name }) => `[  ] ${name[language]}`).join('    ')),
					]
				: []),
			...guide.questions.flatMap(({ id, question }, at) => [
				heading(1, `${at + 1}. ${question[language]}`, `vraag-${id}`),
				writingRoom,
			]),
			paragraph(t.back),
			paragraph(`${guide.name[language]}, ${talkTexts[language].sheetVersion(guide.version)}`),
		],
	};
}

function blank(label: string, width: number): InlineInput[] {
	return [`${label}: `, line(width)];
}

function line(width: number): Inline {
	return { type: 'blank', text: '_'.repeat(width) };
}

const writingRoom: Block = {
	type: 'paragraph',
	content: Array.from({ length: lines }, (_, at): Inline[] => [
		...(at > 0 ? [{ type: 'lineBreak' } as const] : []),
		line(78),
	]).flat(),
};
