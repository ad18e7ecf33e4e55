import { analysisTexts } from '#locales/analysis.ts';
import { languages, type Language } from '#locales/messages.ts';
import { allParts } from './framework.ts';
import type { Framework, FrameworkColumn } from './framework.schema.ts';
import { standings } from './kinds.ts';
import type { EntryTable } from './exchange-code.ts';

/**
 * What an entry is within its theme: a kind of finding (`risk`, `signal.problem`), a standing of provision
 * (`provision.offered`), or a knowledge need (`knowledge`).
 */
export type SlotId = string;

/** A kind of entry, with the column of the form that it stands in. */
export interface Slot {
	id: SlotId;
	table: EntryTable;
	columnId: FrameworkColumn['id'];
	/** What stands in front of it where its column holds more than one kind. */
	prefix: Record<Language, string> | null;
	/** Its name, for a list to choose from. */
	name: Record<Language, string>;
	/** Its kind has been set aside: what comes in there is not refused, but it is not offered. */
	isAside: boolean;
}

/** Every kind of entry that a form can hold, in the order of its columns. */
export function slotsOf(framework: Framework): Slot[] {
	const { columns, findingKinds } = allParts(framework);
	return columns.flatMap((column) => {
		const isAside = Boolean(column.aside);
		if (column.kind === 'finding')
			return findingKinds
				.filter(({ id }) => column.findingKinds.includes(id))
				.flatMap((kind) => findingSlots(column, kind));
		if (column.kind === 'provision')
			return standings.map((standing) => provisionSlot(column, standing));
		if (column.kind === 'knowledge')
			return [{ id: 'knowledge', table: 'knowledge_need' as const, columnId: column.id, prefix: null, name: column.name, isAside }]; // prettier-ignore
		return [];
	});
}

type Kind = Framework['findingKinds'][number];

function findingSlots(column: FrameworkColumn, kind: Kind): Slot[] {
	const shared = { table: 'finding' as const, columnId: column.id, isAside: Boolean(column.aside) };
	if (kind.subKinds.length === 0)
		return [{ ...shared, id: kind.id, prefix: null, name: kind.name }];
	return kind.subKinds.map((sub) => ({
		...shared,
		id: `${kind.id}.${sub.id}`,
		prefix: sub.name,
		name: inBoth((language) => `${kind.name[language]}: ${sub.name[language].toLowerCase()}`),
	}));
}

function provisionSlot(column: FrameworkColumn, standing: (typeof standings)[number]): Slot {
	const words = inBoth((language) => analysisTexts[language].standings[standing]);
	return {
		id: `provision.${standing}`,
		table: 'provision',
		columnId: column.id,
		prefix: inBoth((language) => capital(words[language])),
		name: inBoth((language) => `${column.name[language]}: ${words[language]}`),
		isAside: Boolean(column.aside),
	};
}

function inBoth(make: (language: Language) => string): Record<Language, string> {
	return { nl: make('nl'), en: make('en') };
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The slot of a finding. */
export function findingSlot({ kind, signalKind }: { kind: string; signalKind: string | null }) {
	return signalKind === null ? kind : `${kind}.${signalKind}`;
}

/** What a slot says of a finding, for its row. */
export function findingKindOf(slot: SlotId): { kind: string; signalKind: string | null } {
	const [kind = '', signalKind = null] = slot.split('.');
	return { kind, signalKind };
}

/** The standing that a slot of provision stands for. */
export function standingOf(slot: SlotId): string {
	return slot.split('.')[1] ?? standings[0];
}

/** A text as it goes out in its column: with its kind in front where the column holds more than one. */
export function withPrefix(text: string, slot: Slot, language: Language): string {
	return slot.prefix ? `${slot.prefix[language]}: ${text}` : text;
}

/** A text that came in for a column: the kind that stands in front of it in either language, or null, and the rest. */
export function withoutPrefix(
	text: string,
	slots: readonly Slot[],
): { slot: SlotId | null; text: string } {
	for (const { id, prefix } of slots)
		for (const language of languages) {
			if (!prefix) continue;
			const [start, rest] = [text.slice(0, prefix[language].length), text.slice(prefix[language].length)]; // prettier-ignore
			const colon = /^\s*[:：]\s*/.exec(rest);
			if (colon && start.toLowerCase() === prefix[language].toLowerCase())
				return { slot: id, text: rest.slice(colon[0].length) };
		}
	return { slot: null, text };
}
