import * as v from 'valibot';
import { choice, id, optionalText, roughDay, text, version } from '#kernel/fields.ts';

/** Who decided: the executive (college) or the council (raad). */
export const bodies = ['college', 'council'] as const;
export type Body = (typeof bodies)[number];

export const outcomes = ['adopted', 'amended', 'rejected', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

const content = {
	body: choice(bodies),
	/** Of long ago perhaps to the month or the year; never in the future. */
	decidedOn: roughDay(),
	outcome: choice(outcomes),
	/** How the item reads after the decision; needed when it was amended. */
	amendedText: optionalText(4000),
	/** Where the decision can be found: a number, an address. */
	reference: optionalText(300),
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

export const restoreDecisionSchema = v.object({ decisionId: id(), version: version() });

export const withdrawDecisionSchema = v.object({
	decisionId: id(),
	version: version(),
	reason: text(1000),
});
