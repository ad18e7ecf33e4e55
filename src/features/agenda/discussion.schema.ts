import * as v from 'valibot';
import { id, text, version } from '#kernel/fields.ts';

export const recordDiscussionSchema = v.object({
	trajectoryId: id(),
	findingId: id(),
	criterion: v.pipe(v.string('required'), v.nonEmpty('required')),
	/** What came of it: who knew what, who understands the other now. */
	note: text(2000),
});

export const changeDiscussionSchema = v.object({
	discussionId: id(),
	version: version(),
	note: text(2000),
});

export const withdrawDiscussionSchema = v.object({
	discussionId: id(),
	version: version(),
	reason: text(1000),
});

export const restoreDiscussionSchema = v.object({ discussionId: id(), version: version() });
