import * as v from 'valibot';
import { choice, id, optionalRoughDay, optionalText, text, version } from '#kernel/fields.ts';

/** Where the process comes back to those politically responsible (S0 §1). */
export const momentBodies = [
	'college',
	'council',
	'committee',
	'area_council',
	'alderman',
	'other',
] as const;
export type MomentBody = (typeof momentBodies)[number];

/** What a moment is for. */
export const purposes = ['inform', 'consult', 'decide', 'account'] as const;
export type Purpose = (typeof purposes)[number];

export const momentStates = ['planned', 'done', 'moved', 'dropped'] as const;
export type MomentState = (typeof momentStates)[number];

const content = {
	body: choice(momentBodies),
	/** Which committee, or which other body. */
	bodyNote: optionalText(120),
	purpose: choice(purposes),
	about: optionalText(300),
	/** To the day, the month or the year; null when nothing is known yet. */
	heldOn: optionalRoughDay(),
	agendaItemIds: v.optional(v.array(id()), []),
};

const namesOther = ({ body, bodyNote }: { body: MomentBody; bodyNote: string }) =>
	body !== 'other' || bodyNote !== '';

export const addMomentSchema = v.pipe(
	v.object({ trajectoryId: id(), ...content }),
	v.forward(v.partialCheck([['body'], ['bodyNote']], namesOther, 'required'), ['bodyNote']),
);

const saysWhy = ({ state, stateReason }: { state: MomentState; stateReason: string }) =>
	(state !== 'moved' && state !== 'dropped') || stateReason !== '';

export const changeMomentSchema = v.pipe(
	v.object({
		politicalMomentId: id(),
		version: version(),
		...content,
		state: choice(momentStates),
		/** Why it was moved or dropped. */
		stateReason: optionalText(500),
		/** What came of it. */
		outcome: optionalText(2000),
	}),
	v.forward(v.partialCheck([['body'], ['bodyNote']], namesOther, 'required'), ['bodyNote']),
	v.forward(v.partialCheck([['state'], ['stateReason']], saysWhy, 'required'), ['stateReason']),
);

export const momentIdSchema = v.object({ politicalMomentId: id() });

export const withdrawMomentSchema = v.object({
	politicalMomentId: id(),
	version: version(),
	reason: text(1000),
});

export const restoreMomentSchema = v.object({ politicalMomentId: id(), version: version() });
