import * as v from 'valibot';
import { choice, id, optionalText, roughDay, text, version } from '#kernel/fields.ts';

/** Where an approach stands on a date. */
export const statuses = ['not_started', 'on_course', 'delayed', 'stopped', 'done'] as const;
export type Status = (typeof statuses)[number];

export const reportProgressSchema = v.object({
	approachId: id(),
	status: choice(statuses),
	text: optionalText(2000),
	/** What was measured of the indicator, in words. */
	measured: optionalText(300),
	reportedOn: roughDay(),
});

export const restoreProgressSchema = v.object({ progressId: id(), version: version() });

export const withdrawProgressSchema = v.object({
	progressId: id(),
	version: version(),
	reason: text(1000),
});
