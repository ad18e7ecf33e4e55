import { shortKey, type EntryCode, type EntryTable } from './exchange-code.ts';
import { bareText } from './exchange-names.ts';
import type { SlotId } from './exchange-slots.ts';

/** How an entry reads, or read in a former version. */
export interface EntryState {
	version: number;
	text: string;
	/** The first of its themes. */
	themeId: string;
	slot: SlotId;
}

/** An entry of the form as it is now, with how it read before. */
export interface KnownEntry extends EntryState {
	table: EntryTable;
	id: string;
	createdAt: Date;
	/** Out of the form, or hidden from some while the form went out: never proposed to be removed. */
	isWithdrawn: boolean;
	/** It is grouped in another finding, so a form does not show it by itself. */
	isGrouped: boolean;
	/** It was written in a silent round, so a form may have gone out without it. */
	isOfRound: boolean;
	/** Former versions, the oldest first, each with the moment at which it was replaced. */
	former: (EntryState & { until: Date })[];
	/** The titles of what it rests on, as far as the reader may see it. */
	sources: string[];
}

/** The entries of a form, to be found by code and by place. */
export class KnownEntries {
	readonly all: readonly KnownEntry[];
	readonly #byKey = new Map<string, KnownEntry | null>();
	readonly #byText = new Map<string, KnownEntry[]>();
	readonly #byTheme: Map<string, KnownEntry[]>;

	constructor(all: readonly KnownEntry[]) {
		this.all = all;
		this.#byTheme = Map.groupBy(all, ({ themeId }) => themeId);
		for (const entry of all) {
			const key = `${entry.table} ${shortKey(entry.id)}`;
			// Two entries with one key (one in a thousand million) are told apart by place and text.
			this.#byKey.set(key, this.#byKey.has(key) ? null : entry);
			if (entry.isWithdrawn) continue;
			const text = bareText(entry.text);
			this.#byText.set(text, [...(this.#byText.get(text) ?? []), entry]);
		}
	}

	/** The entry that a code names. */
	withCode({ table, key }: EntryCode): KnownEntry | null {
		return this.#byKey.get(`${table} ${key}`) ?? null;
	}

	/** The entries that stand under a theme, or stood there when they were withdrawn. */
	underTheme(themeId: string | null): readonly KnownEntry[] {
		return this.#byTheme.get(themeId ?? '') ?? [];
	}

	/** The entries that stand in the form with this very text, wherever they stand. */
	withText(text: string): readonly KnownEntry[] {
		return this.#byText.get(bareText(text)) ?? [];
	}
}

/** How an entry read in this version; as it reads now when there is no such version. */
export function stateAt(entry: KnownEntry, version: number): EntryState {
	return entry.former.find((one) => one.version === version) ?? entry;
}

/** How an entry read at this moment. */
export function stateWhen(entry: KnownEntry, at: Date): EntryState {
	return entry.former.find(({ until }) => until > at) ?? entry;
}

/** Whether an entry read so in this version or in one after it: then nobody has to decide about it again. */
export function readSoSince(
	entry: KnownEntry,
	version: number,
	state: Omit<EntryState, 'version'>,
) {
	const since = [...entry.former.filter((one) => one.version >= version), entry];
	return since.some((one) => isSame(one, state));
}

/** Whether two states say the same in the same place. */
export function isSame(a: Omit<EntryState, 'version'>, b: Omit<EntryState, 'version'>): boolean {
	return a.themeId === b.themeId && a.slot === b.slot && bareText(a.text) === bareText(b.text);
}
