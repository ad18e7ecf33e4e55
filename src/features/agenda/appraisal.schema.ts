import * as v from 'valibot';
import { id, optionalText, tick, wholeNumber } from '#kernel/fields.ts';

/** The answer of who cannot judge: no score, and that is an answer too. */
export const cannotJudge = 'cannot_judge';

/** In whose name is scored: the own organisation, or the residents of whom scores were gathered. */
export const voices = ['own', 'residents'] as const;
export type Voice = (typeof voices)[number];

export const voice = () => v.optional(v.picklist(voices, 'choose'), 'own');

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
	voice: voice(),
	findingId: id(),
	criterion: v.pipe(v.string('required'), v.nonEmpty('required')),
	score: score(),
	reason,
	version: versionRead,
});

export const setManySchema = v.object({
	trajectoryId: id(),
	voice: voice(),
	findingId: id(),
	/** By criterion. One without a score is left as it is. */
	appraisals: v.record(
		v.string(),
		v.object({ score: v.optional(score()), reason, version: versionRead }),
		'required',
	),
	/** Also says "cannot judge" by every criterion that nobody of the organisation answered. */
	rest: tick(),
});

/** As many findings as fit on one page of the table. */
export const tableSize = 20;

export const setTableSchema = v.object({
	trajectoryId: id(),
	voice: voice(),
	/** By finding and criterion. One without a score is left as it is, and so are all reasons. */
	findings: v.pipe(
		v.record(
			v.pipe(v.string(), v.uuid('unknown')),
			v.record(v.string(), v.object({ score: v.optional(score()), version: versionRead })),
			'required',
		),
		v.check((findings) => Object.keys(findings).length <= tableSize, 'too_high'),
	),
});
