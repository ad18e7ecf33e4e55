import * as v from 'valibot';
import {
	choice,
	id,
	optionalChoice,
	optionalText,
	optionalWebAddress,
	roughDay,
	text,
	version,
} from '#kernel/fields.ts';

/** Who decided: the executive (college) or the council (raad). */
export const bodies = ['college', 'council'] as const;
export type Body = (typeof bodies)[number];

export const outcomes = ['adopted', 'amended', 'rejected', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

/** What one session has in common, whatever it decided on. */
const session = {
	body: choice(bodies),
	/** Of long ago perhaps to the month or the year; never in the future. */
	decidedOn: roughDay(),
	/** Where the decision can be found: a number, a name. */
	reference: optionalText(300),
	/** Its address on the internet. */
	referenceUrl: optionalWebAddress(),
};

const content = {
	...session,
	outcome: choice(outcomes),
	/** How the item reads after the decision; needed when it was amended. */
	amendedText: optionalText(4000),
	/** Why it was decided so. */
	reason: optionalText(2000),
};

interface Amendment {
	outcome: Outcome;
	amendedText: string;
}

const saysWhatWasAmended = ({ outcome, amendedText }: Amendment) =>
	outcome !== 'amended' || amendedText !== '';

export const recordDecisionSchema = v.pipe(
	v.object({ agendaItemId: id(), ...content }),
	v.forward(v.partialCheck([['outcome'], ['amendedText']], saysWhatWasAmended, 'required'), [
		'amendedText',
	]),
);

export const changeDecisionSchema = v.pipe(
	v.object({ decisionId: id(), version: version(), ...content }),
	v.forward(v.partialCheck([['outcome'], ['amendedText']], saysWhatWasAmended, 'required'), [
		'amendedText',
	]),
);

/** One item in a session; without an outcome it was not decided on. */
const sessionLine = v.object({
	agendaItemId: id(),
	outcome: optionalChoice(outcomes),
	amendedText: optionalText(4000),
	reason: optionalText(2000),
});

export const recordSessionSchema = v.object({
	trajectoryId: id(),
	...session,
	decisions: v.array(sessionLine, 'required'),
});

export const decisionSessionSchema = v.object({ trajectoryId: id(), sessionId: id() });

export const restoreDecisionSchema = v.object({ decisionId: id(), version: version() });

export const withdrawDecisionSchema = v.object({
	decisionId: id(),
	version: version(),
	reason: text(1000),
});
