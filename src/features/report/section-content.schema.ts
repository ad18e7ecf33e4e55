import * as v from 'valibot';
import { id, version, wholeNumber } from '#kernel/fields.ts';

/** What a sentence of the report can rest on: the tables of these records. */
export const refKinds = [
	'finding',
	'evidence',
	'provision',
	'knowledge_need',
	'priority',
	'agenda_item',
] as const;
export type RefKind = (typeof refKinds)[number];

/** One record, at the version that the writer had before them. */
export const recordRefSchema = v.object({
	kind: v.picklist(refKinds),
	id: id(),
	version: version(),
});
export type RecordRef = v.InferOutput<typeof recordRefSchema>;

const refSchema = v.object({
	...recordRefSchema.entries,
	/** Where in the sentence it is mentioned, in UTF-16 units from its start; the sentence's length for behind it. */
	at: wholeNumber(0, 100_000),
});
/** What a sentence rests on, and where it says so. */
export type Ref = v.InferOutput<typeof refSchema>;

/** A sentence without its marks. */
const sentenceSchema = v.object({ text: v.string(), refs: v.array(refSchema) });
export type Sentence = v.InferOutput<typeof sentenceSchema>;

/** What a section says: paragraphs of sentences, as `report_section.content` keeps it. */
export const sectionContentSchema = v.object({
	paragraphs: v.array(v.object({ sentences: v.array(sentenceSchema) })),
});
export type SectionContent = v.InferOutput<typeof sectionContentSchema>;
