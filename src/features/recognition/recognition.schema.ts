import * as v from 'valibot';
import {
	choice,
	day,
	id,
	noteLine,
	optionalChoice,
	optionalDay,
	optionalNote,
	optionalText,
	text,
	version,
	wholeNumber,
} from '#kernel/fields.ts';
import { visitorCheckSchema } from '#kernel/visitor-check/visitor-check.schema.ts';
import { reactionKinds } from '#features/evidence/reaction-kind.ts';
import { refusalReasons } from './recognition.ts';

/** So long may a sentence be that residents read: two short lines on a telephone are half of it. */
export const sentenceLimit = 200;
export const remarkLimit = 500;
export const answerLimit = 1000;
/** So many sentences at once: more than anybody reads. */
const mostReactions = 60;

const roundId = { recognitionRoundId: id() };
const sentenceId = { recognitionSentenceId: id(), version: version() };
const theme = v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(80));

const round = {
	introduction: optionalText(1000),
	introductionEn: optionalText(1000),
	opensOn: day(),
	closesOn: optionalDay(),
};
export const addRoundSchema = v.object({ trajectoryId: id(), ...round });
export const changeRoundSchema = v.object({ ...roundId, version: version(), ...round });
export const roundVersionSchema = v.object({ ...roundId, version: version() });

const sentence = {
	theme,
	text: noteLine(sentenceLimit),
	textEn: optionalNote(sentenceLimit),
	findingIds: v.optional(v.pipe(v.array(id()), v.maxLength(50, 'too_many')), []),
	evidenceIds: v.optional(v.pipe(v.array(id()), v.maxLength(50, 'too_many')), []),
};
export const addSentenceSchema = v.object({ ...roundId, ...sentence });
export const changeSentenceSchema = v.object({ ...sentenceId, ...sentence });
export const moveSentenceSchema = v.object({ ...sentenceId, to: choice(['up', 'down']) });
export const withdrawSentenceSchema = v.object({ ...sentenceId, reason: text(500) });
export const restoreSentenceSchema = v.object(sentenceId);
/** Without an answer, the one that stood there is taken away. */
export const answerSentenceSchema = v.object({
	...sentenceId,
	answer: optionalNote(answerLimit),
	answerEn: optionalNote(answerLimit),
});

/** A secret of 256 bits in letters that survive an address. */
const secret = () => v.pipe(v.string('required'), v.regex(/^[A-Za-z0-9_-]{43}$/, 'invalid'));

export const handInSchema = v.object({
	...roundId,
	secret: secret(),
	reactions: v.pipe(
		v.array(
			v.pipe(
				v.object({
					sentenceId: id(),
					kind: optionalChoice(reactionKinds),
					remark: optionalNote(remarkLimit),
				}),
				v.forward(
					v.check(({ kind, remark }) => kind !== null || remark === '', 'choose'),
					['kind'],
				),
				v.forward(
					v.check(({ kind, remark }) => kind !== 'add' || remark !== '', 'nothing_added'),
					['remark'],
				),
			),
			'no_reaction',
		),
		v.maxLength(mostReactions, 'too_many'),
		v.check((all) => all.some(({ kind, remark }) => kind !== null || remark !== ''), 'no_reaction'),
	),
	check: visitorCheckSchema,
});
export const takeBackSchema = v.object({ secret: secret(), recognitionReactionId: id() });
export const mineSchema = v.object({ secret: v.string() });
export const judgeSchema = v.pipe(
	v.object({
		recognitionReactionId: id(),
		version: version(),
		outcome: choice(['accepted', 'refused']),
		reason: optionalChoice(refusalReasons),
	}),
	v.forward(
		v.check(({ outcome, reason }) => outcome === 'accepted' || reason !== null, 'choose'),
		['reason'],
	),
);

export const judgeBurstSchema = v.object({
	recognitionSentenceId: id(),
	kind: choice(reactionKinds),
	/** The beginning of the hour that they came in. */
	hour: v.pipe(
		v.string('required'),
		v.isoTimestamp('unknown'),
		v.transform((text) => new Date(text)),
	),
	outcome: choice(['accepted', 'refused']),
});

export const readRecognitionSchema = v.object({
	trajectoryId: id(),
	/** Which round; the newest that is on the site when left out. */
	number: v.optional(wholeNumber(1, 10_000)),
});
export const queueSchema = v.object({
	trajectoryId: id(),
	which: v.optional(v.picklist(['waiting', 'judged'], 'choose'), 'waiting'),
	page: v.optional(wholeNumber(1, 100_000), 1),
});
