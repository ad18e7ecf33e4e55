import * as v from 'valibot';
import { id, text, version, wholeNumber } from '#kernel/fields.ts';
import { languages } from '#locales/messages.ts';
import { sectionLimit } from './section-limit.ts';
import { recordRefSchema } from './section-content.schema.ts';

const sectionKey = () => v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(120));

/** One section of the format, by its key (`introduction`, `theme.sport`, `domain.II`, …). */
export const sectionKeySchema = v.object({ trajectoryId: id(), key: sectionKey() });

const language = () => v.optional(v.picklist(languages, 'choose'), 'nl');

export const composeSectionSchema = v.object({
	...sectionKeySchema.entries,
	/** The language of its sentences. */
	language: language(),
});

/** What each mark in a text stands for: `[1]` a source, `{B3}` a finding. */
export const marksSchema = v.record(v.pipe(v.string(), v.maxLength(8)), recordRefSchema);

export const writeSectionSchema = v.object({
	...sectionKeySchema.entries,
	/** The version that its writer read; 0 where nobody wrote yet. */
	version: wholeNumber(0, 1_000_000_000),
	language: language(),
	/** Each line a paragraph; marks stand for what a sentence rests on. */
	text: text(sectionLimit),
	marks: v.optional(marksSchema, {}),
});

export const confirmSectionSchema = v.object({
	sectionId: id(),
	version: version(),
	/** What its reader looked at, at the version that was shown. */
	seen: v.pipe(v.array(recordRefSchema), v.maxLength(1000)),
});

export const withdrawSectionSchema = v.object({
	sectionId: id(),
	version: version(),
	reason: text(500),
});

export const restoreSectionSchema = v.object({ sectionId: id(), version: version() });
