import * as v from 'valibot';
import { choice, id, line, optionalText, text, version, wholeNumber } from '#kernel/fields.ts';

/** What becomes of an item that stands on the agenda. */
export const itemChoices = ['kept', 'changed', 'ended'] as const;
export type ItemChoice = (typeof itemChoices)[number];

export const startRoundSchema = v.object({
	trajectoryId: id(),
	/** The year from which the adjusted agenda holds. */
	year: wholeNumber(1990, 2100),
	/** What the adjustment rests on: an evaluation, a meeting. */
	note: optionalText(2000),
});

export const roundIdSchema = v.object({ adjustmentRoundId: id() });

export const carryOutSchema = v.object({ adjustmentRoundId: id(), version: version() });

export const withdrawRoundSchema = v.object({
	adjustmentRoundId: id(),
	version: version(),
	reason: text(1000),
});

export const restoreRoundSchema = v.object({ adjustmentRoundId: id(), version: version() });

interface Chosen {
	choice: ItemChoice;
	title: string;
}

const saysHowItReads = ({ choice, title }: Chosen) => choice !== 'changed' || title !== '';

export const setChoiceSchema = v.pipe(
	v.object({
		adjustmentRoundId: id(),
		agendaItemId: id(),
		choice: choice(itemChoices),
		reason: text(1000),
		/** How the item reads from then on, where it changes. */
		title: optionalText(200),
		text: optionalText(4000),
		/** The version of the item that was read, and of the choice; 0 when nothing was chosen yet. */
		itemVersion: version(),
		version: v.optional(wholeNumber(0, 1_000_000_000), 0),
	}),
	v.forward(v.partialCheck([['choice'], ['title']], saysHowItReads, 'required'), ['title']),
);

export const addNewChoiceSchema = v.object({
	adjustmentRoundId: id(),
	title: line(200),
	text: optionalText(4000),
	reason: text(1000),
});

export const withdrawChoiceSchema = v.object({
	adjustmentChoiceId: id(),
	version: version(),
	reason: text(1000),
});

export const restoreChoiceSchema = v.object({ adjustmentChoiceId: id(), version: version() });
