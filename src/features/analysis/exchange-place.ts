import type { LooseText } from './exchange-read.ts';
import { slotsOf, withoutPrefix, type Slot, type SlotId } from './exchange-slots.ts';
import type { Framework } from './framework.schema.ts';

/** A text that was written in a cell, with what kind of entry it is; null when the cell does not say. */
export interface SlottedText {
	text: string;
	slot: SlotId | null;
}

/** Why a text has no place of its own yet. */
export type UnplacedReason =
	/** The file names a theme that the framework does not have, or none. */
	| 'theme'
	/** What kind of signal it is was not said. */
	| 'kind'
	/** It stands outside the columns of the form. */
	| 'column'
	/** It stands outside the tables. */
	| 'outside';

/** The kinds of entry by column, for reading what stands in a cell. */
export class ColumnSlots {
	readonly all: readonly Slot[];

	constructor(framework: Framework) {
		this.all = slotsOf(framework);
	}

	/** The column that a kind of entry stands in. */
	columnOf(slot: SlotId): string | null {
		return this.all.find(({ id }) => id === slot)?.columnId ?? null;
	}

	/**
	 * What kind of entry a text in a column is: what stands in front of it, else what it was before (`former`), else
	 * what its column holds. Provision counts as there already, a signal that ends in a question mark as a question.
	 */
	read(text: string, columnId: string, former: SlotId | null = null): SlottedText {
		const slots = this.all.filter((slot) => slot.columnId === columnId);
		const { slot, text: rest } = withoutPrefix(text, slots);
		// A label with nothing behind it is a text like any other.
		if (slot && rest.trim() !== '') return { slot, text: rest };
		if (slots.some(({ id }) => id === former)) return { slot: former, text };
		return { slot: defaultSlot(text, slots), text };
	}
}

function defaultSlot(text: string, slots: readonly Slot[]): SlotId | null {
	const [first] = slots;
	if (!first) return null;
	if (slots.length === 1 || first.table === 'provision') return first.id;
	const question = slots.find(({ id }) => id.endsWith('.question'));
	return question && /\?\s*$/.test(text) ? question.id : null;
}

/** Why a text that stands in no cell of the form has no place. */
export function reasonOf({ themeId, heading }: LooseText): UnplacedReason {
	return themeId !== null || heading !== '' ? 'column' : 'outside';
}
