import * as v from 'valibot';
import { id, optionalText, wholeNumber } from '#kernel/fields.ts';

/** The answer of who cannot judge: no score, and that is an answer too. */
export const cannotJudge = 'cannot_judge';

/** 1–5 as a form or a program sends it, or "cannot judge"; gives the number, or null for the latter. */
const score = () =>
	v.pipe(
		v.union([v.literal(cannotJudge), wholeNumber(1, 5)], 'choose'),
		v.transform((value) => (value === cannotJudge ? null : value)),
	);

const reason = optionalText(1000);

/** The version as the writer read it; 0 when nothing was there yet. */
const versionRead = v.optional(wholeNumber(0, 1_000_000_000), 0);

export const setAppraisalSchema = v.object({
	trajectoryId: id(),
	findingId: id(),
	criterion: v.pipe(v.string('required'), v.nonEmpty('required')),
	score: score(),
	reason,
	version: versionRead,
});

export const setManySchema = v.object({
	trajectoryId: id(),
	findingId: id(),
	/** By criterion. One without a score is left as it is. */
	appraisals: v.record(
		v.string(),
		v.object({ score: v.optional(score()), reason, version: versionRead }),
		'required',
	),
});
