import * as v from 'valibot';
import {
	id,
	line,
	optionalText,
	optionalWholeNumber,
	text,
	tick,
	version,
} from '#kernel/fields.ts';

/** How many questions a guide can have. */
export const mostQuestions = 30;

const questionSchema = v.object({
	/** Of a question that was there already: answers to it stay beside each other, however it is worded. */
	id: v.optional(v.pipe(v.string(), v.maxLength(80, 'unknown'))),
	/** Left empty in both languages, the question goes. */
	textNl: optionalText(300),
	textEn: optionalText(300),
	/** Where it should stand, from 1 on. */
	place: optionalWholeNumber(1, 99),
});

export const beginGuideSchema = v.object({
	/** The guide that is copied. */
	guide: v.pipe(v.string('choose'), v.maxLength(80, 'unknown')),
	name: line(100),
	/** Shown instead of that guide; else beside it. */
	replaces: tick(),
});

export const changeGuideSchema = v.object({
	guideId: id(),
	version: version(),
	nameNl: line(100),
	nameEn: optionalText(100),
	replaces: tick(),
	questions: v.pipe(
		v.array(questionSchema, 'required'),
		v.maxLength(mostQuestions + 3, 'too_many'),
	),
});

export const guideIdSchema = v.object({ guideId: id() });

export const publishGuideSchema = v.object({ guideId: id(), version: version() });
export const withdrawGuideSchema = v.object({
	guideId: id(),
	version: version(),
	reason: text(500),
});
export const restoreGuideSchema = v.object({ guideId: id(), version: version() });

export type TypedQuestion = v.InferOutput<typeof questionSchema>;
