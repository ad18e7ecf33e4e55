import { emphasis, inlines, type InlineInput } from '#ui/document/build.ts';
import type { Inline, ParagraphBlock } from '#ui/document/model.ts';
import type { DraftSentence } from './draft-sentence.ts';
import type { ReportSection } from './report-sections.ts';
import { references, type ReportWords } from './report-words.ts';

/** The sections of a report on their way into a document. */
export interface Chapter {
	sections: readonly ReportSection[];
	words: ReportWords;
	/** A section that nobody wrote says so at its end. */
	markComposed: boolean;
}

/**
 * What a section says, as paragraphs: each source in its place by its number, or as not public where this reader may
 * not see it.
 */
export function sectionBlocks(
	{ content, written }: ReportSection,
	{ words, markComposed }: Pick<Chapter, 'words' | 'markComposed'>,
): ParagraphBlock[] {
	const { t } = words;
	const paragraphs = content.paragraphs.map(({ sentences }) =>
		sentences.flatMap((one, index) => [...(index > 0 ? [' '] : []), ...sentencePieces(one, words)]),
	);
	const last = paragraphs.at(-1);
	if (markComposed && !written && last) last.push(' ', emphasis(t.composed));
	return paragraphs.map((pieces): ParagraphBlock => ({
		type: 'paragraph',
		content: inlines(...pieces),
	}));
}

/** A sentence with its sources in their places. Other records that it rests on are not shown: they are told about. */
function sentencePieces(
	{ text, refs, hiddenSources = 0 }: DraftSentence,
	words: ReportWords,
): InlineInput[] {
	const { t } = words;
	const places = Map.groupBy(
		refs.filter(({ kind }) => kind === 'evidence'),
		({ at }) => Math.min(at, text.length),
	);
	const pieces: InlineInput[] = [];
	let from = 0;
	for (const at of [...places.keys()].sort((one, other) => one - other)) {
		const ids = (places.get(at) ?? []).map(({ id }) => id);
		const before = text.slice(from, at);
		if (before) pieces.push(before);
		if (at > 0 && !/\s$/.test(text.slice(0, at))) pieces.push(' ');
		pieces.push(...sourcesAt(ids, words));
		from = at;
	}
	if (from < text.length) pieces.push(text.slice(from));
	if (hiddenSources > 0) pieces.push(t.hiddenSources(hiddenSources));
	return pieces;
}

function sourcesAt(ids: readonly string[], words: ReportWords): Inline[] {
	const isHidden = ids.some((id) => !words.numbers.has(id));
	return [...references(ids, words), ...(isHidden ? [emphasis(words.t.notPublicSource)] : [])];
}
