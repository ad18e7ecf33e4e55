import * as v from 'valibot';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, note, text, version, wholeNumber } from '#kernel/fields.ts';
import { marksField, meaningFields } from './passage.schema.ts';

const { aboutVulnerable, ...common } = commonFields;
const content = { ...common, text: note(4000) };

export const addNoteSchema = v.object({ trajectoryId: id(), ...content });
export const changeNoteSchema = v.object({ noteId: id(), version: version(), ...content });
export const noteIdSchema = v.object({ noteId: id() });

export const shareNoteSchema = v.object({
	noteId: id(),
	version: version(),
	visibility: visibilityField(),
	aboutVulnerable,
});

export const withdrawNoteSchema = v.object({
	noteId: id(),
	version: version(),
	reason: text(500),
});
export const restoreNoteSchema = v.object({ noteId: id(), version: version() });

export const listNotesSchema = v.object({
	trajectoryId: id(),
	theme: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80))), null),
	page: v.optional(wholeNumber(1, 100_000), 1),
});

/** A note that was shared is changed as a source. */
export const changeLogbookSchema = v.object({
	evidenceId: id(),
	version: version(),
	aboutVulnerable,
	...content,
});

export const markNoteSchema = v.object({
	noteId: id(),
	version: version(),
	marks: marksField,
	...meaningFields,
});
export const unmarkNoteSchema = v.object({ noteId: id(), version: version(), markId: id() });
