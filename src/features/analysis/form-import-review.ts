import { isSame, type EntryState, type KnownEntry } from './exchange-known.ts';
import type { ImportLine } from './form-import-row.server.ts';

/** A line of a form that came back, beside the entry as it is now. */
export interface ReviewLine extends Omit<ImportLine, 'outcome' | 'entryTable'> {
	/** How the entry reads now; null for what has none. */
	current: (EntryState & { isWithdrawn: boolean }) | null;
	/** Somebody changed the entry since the form went out: both texts are to be looked at. */
	isConflict: boolean;
	/** What a tick sends: the id, with the version that is shown where there is something to choose. */
	choice: string;
	/** Nobody has to choose: ticked from the start. */
	isPlain: boolean;
}

/** Puts a line beside the entry that it is about. */
export function reviewLine(
	{ outcome: _, entryTable: __, ...line }: ImportLine,
	entries: readonly KnownEntry[],
): ReviewLine {
	const entry = entries.find(({ id }) => id === line.entryId);
	const isAboutEntry = line.kind === 'changed' || line.kind === 'removed';
	const isConflict =
		isAboutEntry && entry !== undefined && line.base !== null && !isSame(entry, line.base);
	const current = entry && {
		...{ version: entry.version, text: entry.text, themeId: entry.themeId, slot: entry.slot },
		isWithdrawn: entry.isWithdrawn,
	};
	return {
		...line,
		current: current ?? null,
		isConflict,
		choice: isConflict ? `${line.id}.${entry.version}` : line.id,
		isPlain: !isConflict && line.kind !== 'removed' && line.problem === null,
	};
}
