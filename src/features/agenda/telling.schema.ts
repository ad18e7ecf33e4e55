import * as v from 'valibot';
import { choice, id } from '#kernel/fields.ts';

/** Whoever leads sends the messages about a decision, or chooses not to. */
export const tellChoices = ['send', 'not_send'] as const;

export const tellSchema = v.object({
	trajectoryId: id(),
	sessionId: id(),
	choice: choice(tellChoices),
});

export const noticeDoneSchema = v.object({ decisionNoticeId: id() });
