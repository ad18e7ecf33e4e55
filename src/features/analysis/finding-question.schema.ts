import * as v from 'valibot';
import { choice, id, optionalDay, optionalText, text, version } from '#kernel/fields.ts';

/** How a question ends: with an answer, or because nobody needs one any more. */
export const questionEnds = ['answered', 'dropped'] as const;

const change = { findingQuestionId: id(), version: version() };

export const addQuestionSchema = v.object({ findingId: id(), question: text(500) });

export const answerQuestionSchema = v.object({
	...change,
	state: v.optional(choice(questionEnds), 'answered'),
	/** The answer; of a question that was dropped, why. */
	answer: text(2000),
});

export const reopenQuestionSchema = v.object(change);

export const passQuestionSchema = v.object({
	...change,
	/** How to find the answer. */
	method: optionalText(500),
	/** Which role finds out, in words; not a person's name. */
	who: optionalText(200),
	/** An organisation that takes part and finds out. */
	whoOrganisationId: v.optional(v.nullable(id()), null),
	dueOn: optionalDay(),
});
