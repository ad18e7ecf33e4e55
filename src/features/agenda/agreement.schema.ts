import * as v from 'valibot';
import { id, optionalText, wholeNumber } from '#kernel/fields.ts';

/** What a party thinks of putting something first. */
export const agreementAnswers = ['agrees', 'disagrees', 'absent'] as const;
export type AgreementAnswer = (typeof agreementAnswers)[number];

/** How the residents as a party of their own are named among the organisations. */
export const residentsKey = 'residents';

const answered = v.object({
	answer: v.optional(v.picklist(agreementAnswers, 'choose')),
	note: optionalText(500),
	/** As the writer read it; 0 when the party had not answered. */
	version: v.optional(wholeNumber(0, 1_000_000_000), 0),
});

/** Answers by organisation id, or `residents`. A party without an answer is left as it is. */
export const agreements = () =>
	v.optional(
		v.record(v.union([v.literal(residentsKey), v.pipe(v.string(), v.uuid())], 'unknown'), answered),
		{},
	);

export type SentAgreements = v.InferOutput<ReturnType<typeof agreements>>;

/** Whether at least one party gave an answer. */
export function saysSomething(sent: SentAgreements): boolean {
	return Object.values(sent).some(({ answer }) => answer !== undefined);
}

export const recordAgreementsSchema = v.pipe(
	v.object({ priorityId: id(), agreements: agreements() }),
	v.forward(
		v.partialCheck([['agreements']], (input) => saysSomething(input.agreements), 'required'),
		['agreements'],
	),
);
