import type { Language } from '#locales/messages.ts';
import { draftTexts, type DraftTexts } from '#locales/report-draft.ts';
import { sentence } from './report-paragraphs.ts';
import type { ReportData } from './report.ts';
import type { RecordRef, RefKind, Sentence } from './section-content.schema.ts';

/** What the rules of a draft need: the records that the reader may see, and the words. */
export interface Drafting {
	data: ReportData;
	language: Language;
	t: DraftTexts;
}

/** A sentence as a draft makes it. */
export interface DraftSentence extends Sentence {
	/** How many more sources it rests on that this reader may not see. */
	hiddenSources?: number;
}

/** A draft: what a section says as long as nobody wrote it. */
export interface DraftContent {
	paragraphs: { sentences: DraftSentence[] }[];
}

/** A part of a summary as it is composed: some sentences, and a list that is shortened where there is no room. */
export interface SummaryDraft {
	lead: DraftSentence[];
	items: DraftSentence[][];
}

export function drafting(data: ReportData, language: Language): Drafting {
	return { data, language, t: draftTexts[language] };
}

/** A record as a sentence rests on it. */
export function ref(kind: RefKind, { id, version }: { id: string; version: number }): RecordRef {
	return { kind, id, version };
}

/** A sentence with what it rests on behind it. */
export function resting(
	text: string,
	refs: readonly RecordRef[],
	hiddenSources = 0,
): DraftSentence {
	return {
		text,
		refs: refs.map((one) => ({ ...one, at: text.length })),
		...(hiddenSources > 0 ? { hiddenSources } : {}),
	};
}

/** Somebody's own words, for between quotation marks at the end of a sentence: on one line, closed. */
export function words(text: string): string {
	return sentence(quotable(text));
}

/** The same for in the middle of a sentence: without the full stop. */
export function phrase(text: string): string {
	return quotable(text).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}

/** Without what would end the quotation, or look like a mark of the editor. */
function quotable(text: string): string {
	const marks = /\[(\d{1,4})\]|\{([A-Z]\d{1,4})\}/g;
	return text
		.replace(/[“”]/g, "'")
		.replace(marks, (_mark, source, record) => `(${source ?? record})`);
}

/** Paragraphs of these sentences; those without any are left out. */
export function paragraphsOf(...paragraphs: DraftSentence[][]): DraftContent {
	return {
		paragraphs: paragraphs
			.filter((sentences) => sentences.length > 0)
			.map((sentences) => ({ sentences })),
	};
}

/** The names of these themes, in the order of the framework. */
export function themeNames({ data, language }: Drafting, ids: readonly string[]): string[] {
	const domains = data.analysis?.form.framework.domains ?? [];
	return domains
		.flatMap(({ themes }) => themes)
		.filter(({ id }) => ids.includes(id))
		.map(({ name }) => name[language]);
}

/** A name that begins with a capital, as it reads in the middle of a sentence. */
export function inSentence(name: string): string {
	return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
