import * as v from 'valibot';
import { choice, id, optionalText, text, version } from '#kernel/fields.ts';
import { agreements, saysSomething } from './agreement.schema.ts';

/** Who chose what comes first; it differs per trajectory, and per choice. */
export const choosers = [
	'core_group',
	'large_meeting',
	'residents',
	'municipality',
	'other',
] as const;

export const choosePrioritySchema = v.pipe(
	v.object({
		trajectoryId: id(),
		findingId: id(),
		reason: text(2000),
		chosenBy: choice(choosers),
		chosenByNote: optionalText(300),
		/** Who agrees: at least one party's answer. */
		agreements: agreements(),
	}),
	v.forward(v.partialCheck([['agreements']], (input) => saysSomething(input.agreements), 'required'), ['agreements']), // prettier-ignore
	v.forward(
		v.partialCheck(
			[['chosenBy'], ['chosenByNote']],
			({ chosenBy, chosenByNote }) => chosenBy !== 'other' || chosenByNote !== '',
			'required',
		),
		['chosenByNote'],
	),
);

export const restorePrioritySchema = v.object({ priorityId: id(), version: version() });

export const withdrawPrioritySchema = v.object({
	priorityId: id(),
	version: version(),
	reason: text(1000),
});
