import { idFields, type Thing } from './entry-content.ts';
import type { Fields } from './sending.ts';

/** One version of an entry, as its row stood. */
export interface EntryVersion {
	version: number;
	text: string;
	/** Whether it stood in the cell that this is the history of. */
	isHere: boolean;
	isWithdrawn: boolean;
	reason: string;
	at: Date;
	/** The organisation that wrote it; null for the program itself. */
	organisationName: string | null;
	/** What putting its text back sends. */
	content: Fields;
}

/** An entry that stands in a cell, or once stood there; its versions from the first to the last. */
export interface EntryHistory {
	thing: Thing;
	id: string;
	versions: EntryVersion[];
}

/** What happened to an entry, seen from its cell. */
export type EventKind =
	'added' | 'changed' | 'movedHere' | 'movedAway' | 'withdrawn' | 'restored' | 'otherwise';

export interface CellEvent {
	kind: EventKind;
	version: EntryVersion;
	/** The text before it, where that differs. */
	before: string | null;
}

/** What happened to an entry, the newest first; what happened while it stood elsewhere is left out. */
export function eventsOf({ versions }: EntryHistory): CellEvent[] {
	return versions
		.flatMap((version, at): CellEvent[] => {
			const before = versions[at - 1];
			if (!version.isHere && !before?.isHere) return [];
			const text = before && before.text !== version.text ? before.text : null;
			return [{ kind: kindOf(version, before), version, before: text }];
		})
		.toReversed();
}

function kindOf(version: EntryVersion, before: EntryVersion | undefined): EventKind {
	if (!before) return 'added';
	if (version.isWithdrawn !== before.isWithdrawn)
		return version.isWithdrawn ? 'withdrawn' : 'restored';
	if (version.isHere !== before.isHere) return version.isHere ? 'movedHere' : 'movedAway';
	return version.text === before.text ? 'otherwise' : 'changed';
}

/**
 * What puts an entry back to how it stood in one of its versions, as the fields of its form: the text of then, under
 * the version of now. Null where there is nothing to put back.
 */
export function puttingBack(
	{ thing, id, versions }: EntryHistory,
	to: EntryVersion,
): Fields | null {
	const now = versions.at(-1);
	if (!now || now.isWithdrawn || to.text === now.text) return null;
	const stays = ['kind', 'signalKind', 'theme', 'themes[]'];
	return [
		[idFields[thing], id],
		['version', String(now.version)],
		// It stays where it stands now: only what it says goes back.
		...now.content.filter(([name]) => stays.includes(name)),
		...to.content.filter(([name]) => !stays.includes(name)),
	];
}
