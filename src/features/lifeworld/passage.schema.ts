import * as v from 'valibot';
import { id, optionalChoice, text, tick, version, wholeNumber } from '#kernel/fields.ts';
import { sides } from './passage.ts';

const stretchSchema = v.object({
	/** Which text of the source: `seen`, `summary`, `text`, `answers.<question>`. */
	part: v.pipe(v.string('unknown'), v.maxLength(100, 'unknown')),
	start: wholeNumber(0, 100_000),
	end: wholeNumber(1, 100_000),
});

const themes = v.optional(
	v.pipe(
		v.array(v.pipe(v.string('unknown_theme'), v.maxLength(80, 'unknown_theme'))),
		v.maxLength(40),
	),
	[],
);

/** What marked words mean. */
export const meaningFields = {
	themes,
	/** Whether it tells of a risk or of what protects; null: neither. */
	side: optionalChoice(sides),
	/** Whether it may be cited in its own words, without a name. */
	isQuote: tick(),
};

/** At least one stretch. */
export const marksField = v.pipe(
	v.array(stretchSchema, 'no_sentence'),
	v.minLength(1, 'no_sentence'),
	v.maxLength(200),
);

export const markPassagesSchema = v.object({
	evidenceId: id(),
	/** The version of the source that was read. */
	version: version(),
	marks: marksField,
	...meaningFields,
});

export const changePassageSchema = v.object({
	passageId: id(),
	version: version(),
	...meaningFields,
});
export const passageIdSchema = v.object({ passageId: id() });
export const withdrawPassageSchema = v.object({
	passageId: id(),
	version: version(),
	reason: text(500),
});
export const restorePassageSchema = v.object({ passageId: id(), version: version() });

export const listPassagesSchema = v.object({
	trajectoryId: id(),
	theme: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80))), null),
	side: optionalChoice(sides),
	/** Only what may be cited. */
	quotes: tick(),
	/** Of one source. */
	evidenceId: v.optional(id()),
	page: v.optional(wholeNumber(1, 100_000), 1),
});

export type ListPassages = v.InferOutput<typeof listPassagesSchema>;
