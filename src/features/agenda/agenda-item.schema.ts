import * as v from 'valibot';
import { id, line, optionalText, text, version, wholeNumber } from '#kernel/fields.ts';

/** What an agenda item says, and the findings it answers: none is possible, with a reason that stays visible. */
const content = {
	title: line(200),
	text: optionalText(4000),
	findingIds: v.optional(v.array(id()), []),
	withoutFindingReason: optionalText(1000),
};

interface Content {
	findingIds: string[];
	withoutFindingReason: string;
}

const restsOnSomething = ({ findingIds, withoutFindingReason }: Content) =>
	findingIds.length > 0 || withoutFindingReason !== '';

export const addAgendaItemSchema = v.pipe(
	v.object({
		trajectoryId: id(),
		...content,
		/** The possible solutions that it grew out of. */
		solutionIds: v.optional(v.array(id()), []),
	}),
	v.forward(
		v.partialCheck([['findingIds'], ['withoutFindingReason']], restsOnSomething, 'no_finding'),
		['withoutFindingReason'],
	),
);

export const changeAgendaItemSchema = v.pipe(
	v.object({ agendaItemId: id(), version: version(), ...content }),
	v.forward(
		v.partialCheck([['findingIds'], ['withoutFindingReason']], restsOnSomething, 'no_finding'),
		['withoutFindingReason'],
	),
);

export const orderAgendaItemSchema = v.object({
	agendaItemId: id(),
	/** The place it gets in the list, from 1. */
	position: wholeNumber(1, 10_000),
});

export const agendaItemIdSchema = v.object({ agendaItemId: id() });

export const withdrawAgendaItemSchema = v.object({
	agendaItemId: id(),
	version: version(),
	reason: text(1000),
});

export const restoreAgendaItemSchema = v.object({ agendaItemId: id(), version: version() });
