import * as v from 'valibot';
import {
	choice,
	id,
	optionalChoice,
	optionalRoughDay,
	optionalText,
	optionalWholeNumber,
	wholeNumber,
} from '#kernel/fields.ts';

/** What a party finds of an agenda item; nothing recorded means that it is not known yet. */
export const views = ['for', 'remark', 'against', 'abstains', 'not_asked'] as const;
export type View = (typeof views)[number];

/** What a party says of itself: it knows whether it was asked. */
export const ownViews = ['for', 'remark', 'against', 'abstains'] as const;

/** How the standpoint of residents was gathered. */
export const gatherings = [
	'meeting',
	'paper',
	'door_to_door',
	'conversations',
	'online',
	'other',
] as const;
export type Gathering = (typeof gatherings)[number];

/** Residents as a party of their own, beside the organisations that take part. */
export const residents = 'residents';

const given = {
	agendaItemId: id(),
	/** The version of the item that was read: a standpoint belongs to a text. */
	itemVersion: wholeNumber(1, 1_000_000_000),
	/** The version of the standpoint as the writer read it; 0 when nothing was there yet. */
	version: v.optional(wholeNumber(0, 1_000_000_000), 0),
	/** Needed with a remark or when against. */
	reason: optionalText(1000),
};

const saysWhy = ({ view, reason }: { view: View; reason: string }) =>
	(view !== 'remark' && view !== 'against') || reason !== '';

export const giveStandpointSchema = v.pipe(
	v.object({ ...given, view: choice(ownViews) }),
	v.forward(v.partialCheck([['view'], ['reason']], saysWhy, 'required'), ['reason']),
);

export const enterStandpointSchema = v.pipe(
	v.object({
		...given,
		view: choice(views),
		/** An organisation, or the residents. */
		party: v.union([v.literal(residents), id()], 'choose'),
		/** On what ground it is entered: the meeting of a date, a letter. */
		ground: optionalText(300),
		gathered: optionalChoice(gatherings),
		/** From how many residents it was gathered; null when that is not known. */
		people: optionalWholeNumber(0, 1_000_000),
		statedOn: optionalRoughDay(),
	}),
	v.forward(v.partialCheck([['view'], ['reason']], saysWhy, 'required'), ['reason']),
	v.forward(
		v.partialCheck([['ground']], ({ ground }) => ground !== '', 'required'),
		['ground'],
	),
);

export const agendaItemSupportSchema = v.object({ agendaItemId: id() });
