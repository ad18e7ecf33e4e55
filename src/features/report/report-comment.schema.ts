import * as v from 'valibot';
import { id, optionalText, text, version } from '#kernel/fields.ts';
import { sectionKeySchema } from './section.schema.ts';

/** A sentence, and what it should become, are as long as sentences get. */
const sentence = () => optionalText(2000);

/**
 * A comment on a section of the report, or on a sentence of it; with another text for that sentence it is a suggestion,
 * and needs no words beside it.
 */
export const addCommentSchema = v.pipe(
	v.object({
		...sectionKeySchema.entries,
		/** The sentence as it stands now; '' for the section as a whole. */
		about: sentence(),
		text: optionalText(2000),
		/** What the sentence should become; '' for what is only a comment. */
		proposed: sentence(),
	}),
	v.forward(
		v.check(({ text, proposed }) => text !== '' || proposed !== '', 'required'),
		['text'],
	),
	v.forward(
		v.check(({ about, proposed }) => proposed === '' || about !== '', 'choose'),
		['about'],
	),
);

export const replySchema = v.object({ reportCommentId: id(), text: text(2000) });

/** For what changes the state of a comment. */
export const commentSchema = v.object({ reportCommentId: id(), version: version() });

export const declineSchema = v.object({ ...commentSchema.entries, reason: text(500) });
