import * as v from 'valibot';
import { id, text, wholeNumber } from '#kernel/fields.ts';

/** The least and the most a criterion can weigh: 0 does not count, 5 counts five times as much as 1. */
export const weightRange = { least: 0, most: 5 } as const;

/** What every criterion weighs until the group says otherwise. */
export const equalWeight = 3;

/** What each criterion weighs, by its id. */
export type Weights = Readonly<Record<string, number>>;

export const setWeightsSchema = v.object({
	trajectoryId: id(),
	/** By criterion, every one of them. */
	weights: v.record(v.string(), wholeNumber(weightRange.least, weightRange.most), 'required'),
	reason: text(1000),
	/** The number of the weights that the writer read; 0 when the group had set none. */
	number: wholeNumber(0, 1_000_000),
});
