import * as v from 'valibot';
import { choice, id, optionalText, text, tick, version, wholeNumber } from '#kernel/fields.ts';
import { longest, retentionIds, shortest } from './retention-kinds.ts';

export const setPeriodSchema = v.object({
	kind: choice(retentionIds),
	months: wholeNumber(shortest, longest),
	reason: text(500),
	/** 0 while it was never changed. */
	version: wholeNumber(0, 1_000_000_000),
});

export const listRemovalsSchema = v.object({
	page: v.optional(wholeNumber(1, 100_000), 1),
});

export const takeBackSchema = v.object({
	evidenceId: id(),
	version: version(),
	reason: optionalText(500),
});

export const eraseSchema = v.object({
	evidenceId: id(),
	/** As its writer read it; left out by an administrator who was asked to erase whatever it says. */
	version: v.optional(version()),
	/** Said on purpose: there is no way back. */
	sure: v.pipe(tick(), v.literal(true, 'confirm_erasing')),
});
