import type { Language } from '#locales/messages.ts';
import { reportTexts } from '#locales/report.ts';
import { summaryTexts } from '#locales/report-summaries.ts';
import { roomTexts } from '#locales/rooms.ts';
import { bulletList, heading, paragraph } from '#ui/document/build.ts';
import type { Block, DocumentModel, Inline, ParagraphBlock } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import { drafting, paragraphsOf, type DraftContent, type DraftSentence } from './draft-sentence.ts';
import { sourcesSection } from './report-sources.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import type { ReportData } from './report.ts';
import { sectionBlocks } from './section-blocks.ts';
import { sentencesOf } from './section-records.ts';
import { summaryPlaces, type SectionPlace, type SummaryKind } from './sections.ts';
import { summaryDraft } from './summary-draft.ts';
import type { WrittenSection } from './written-sections.server.ts';

/** A part of a summary as it reads now: what people wrote, or sentences and a list that are composed. */
interface SummaryPart {
	place: SectionPlace;
	written: WrittenSection | null;
	lead: DraftContent;
	items: DraftSentence[][];
}

/** A summary on its way to paper: its parts, and what they become with so many items of each list. */
export interface Summary {
	/** How many items each part's list holds. */
	lengths: number[];
	/** The document with only so many items of each list; how many more there are is said. */
	model(shown: readonly number[]): DocumentModel;
}

/** One of the summaries in one language. Parts that are not for this reader are not there. */
export function summaryOf(kind: SummaryKind, data: ReportData, language: Language): Summary {
	const parts = partsOf(kind, data, language);
	return {
		lengths: parts.map(({ items }) => items.length),
		model: (shown) => summaryModel(kind, data, language, { parts, shown }),
	};
}

function partsOf(kind: SummaryKind, data: ReportData, language: Language): SummaryPart[] {
	const own = drafting(data, language);
	return summaryPlaces(kind)
		.filter(({ part }) => data[part] !== null)
		.map((place) => {
			const written = data.written.get(place.key) ?? null;
			if (written) return { place, written, lead: written.content, items: [] };
			const { lead, items } = summaryDraft(kind, place.about, own);
			return { place, written, lead: paragraphsOf(lead), items };
		});
}

interface Shown {
	parts: readonly SummaryPart[];
	shown: readonly number[];
}

function summaryModel(
	kind: SummaryKind,
	data: ReportData,
	language: Language,
	{ parts, shown }: Shown,
): DocumentModel {
	const t = summaryTexts[language];
	const own = t[kind];
	const cut = parts.map((part, index) => ({ ...part, items: part.items.slice(0, shown[index]), more: part.items.length - (shown[index] ?? 0) })); // prettier-ignore
	const { sources, numbers } = sourcesOf(data, cut);
	// Residents read sentences without numbers; what they rest on stands in the report.
	const words = reportWords(language, kind === 'council' ? numbers : new Map());
	const isWritten = parts.some(({ written }) => written);
	const notes = [
		data.exampleSource && `${roomTexts[language].example}.`,
		data.onlyParts && reportTexts[language].onlyPublic,
		kind === 'council' && parts.length > 0 && !isWritten && t.composed,
	].filter(Boolean);
	const names: Readonly<Record<string, string>> = own.parts;
	return {
		title: own.title(data.areaName),
		...(kind === 'council' && { subtitle: reportTexts[language].period(data.startYear, data.endYear) }), // prettier-ignore
		language,
		date: formatDate(data.day, language),
		author: reportTexts[language].author(data.municipalityName),
		...(notes.length > 0 ? { note: notes.join(' ') } : {}),
		contents: false,
		blocks: [
			...cut.flatMap((part) => [
				heading(1, names[part.place.about] ?? part.place.about, part.place.slug),
				...partBlocks(kind, part, words),
			]),
			...(kind === 'council' && sources.length > 0
				? [heading(1, t.council.sourceList, 'bronnen'), ...sourcesSection(sources, words)]
				: []),
			...(parts.length === 0 ? [paragraph(reportTexts[language].nothingMore)] : []),
		],
	};
}

function partBlocks(
	kind: SummaryKind,
	{ place, written, lead, items, more }: SummaryPart & { more: number },
	words: ReportWords,
): Block[] {
	const read = (content: DraftContent): ParagraphBlock[] => {
		const shown = kind === 'council' ? content : withoutSources(content);
		return sectionBlocks({ place, written, content: shown, isEmpty: false }, { words, markComposed: false }); // prettier-ignore
	};
	const lines: (string | Inline[])[] = read(paragraphsOf(...items)).map(({ content }) => [...content]); // prettier-ignore
	if (more > 0) lines.push(summaryTexts[words.language].more(more));
	return [...read(lead), ...(lines.length > 0 ? [bulletList(...lines)] : [])];
}

function withoutSources(content: DraftContent): DraftContent {
	return {
		paragraphs: content.paragraphs.map(({ sentences }) => ({
			sentences: sentences.map(({ text }) => ({ text, refs: [] })),
		})),
	};
}

/** The sources that these parts mention, in the order in which they are met. */
function sourcesOf({ analysis }: ReportData, parts: readonly SummaryPart[]) {
	const sentences = parts.flatMap(({ lead, items }) => [...sentencesOf(lead), ...items.flat()]);
	const ids = new Set(sentences.flatMap(({ refs }) => refs.flatMap(({ kind, id }) => (kind === 'evidence' ? [id] : [])))); // prettier-ignore
	const byId = new Map(analysis?.sources.map((one) => [one.id, one]));
	const sources = [...ids].flatMap((id) => byId.get(id) ?? []);
	return { sources, numbers: new Map(sources.map(({ id }, index) => [id, index + 1])) };
}
