import { shortKey, type EntryCode } from './exchange-code.ts';
import { entriesInText } from './exchange-lines.ts';
import {
	isSame,
	readSoSince,
	stateAt,
	stateWhen,
	type EntryState,
	type KnownEntries,
	type KnownEntry,
} from './exchange-known.ts';
import { bareText, sharedWords } from './exchange-names.ts';
import { reasonOf, type ColumnSlots, type UnplacedReason } from './exchange-place.ts';
import type { ReadForm, ReadRow } from './exchange-read.ts';
import type { SlotId } from './exchange-slots.ts';

/** Something in a form that came back that may change the form; nothing changes before somebody approves it. */
export interface Proposal {
	kind: 'new' | 'changed' | 'removed' | 'unplaced' | 'source';
	/** Sheet and cell; '' for what was taken out. */
	at: string;
	text: string;
	themeId: string | null;
	slot: SlotId | null;
	/** The entry that it changes or removes, or that a source is named with. */
	entry: KnownEntry | null;
	/** How the entry read when the form went out. */
	base: EntryState | null;
	/** For a source that is named with something new: where that stands in the list of proposals. */
	of: Proposal | null;
	why: UnplacedReason | null;
	/** The theme that the file names, or what stands above the column, where that is none of the form. */
	heading: string;
	/** It is proposed as new because the entry that it was has been withdrawn meanwhile. */
	wasWithdrawn: boolean;
}

/** What a form that came back is compared with. */
export interface MatchAgainst {
	trajectoryId: string;
	entries: KnownEntries;
	slots: ColumnSlots;
	/** Domain of a theme. */
	domainOf: (themeId: string) => string | null;
	/** What was approved from a form that came back before and still stands, as `takenKey` gives it. */
	taken: ReadonlySet<string>;
	/** The titles of every source that the reader may see, as `bareText` gives them. */
	sourceTitles: ReadonlySet<string>;
}

/** What came of comparing. */
export interface Matched {
	proposals: Proposal[];
	/** How many entries came back as they were. */
	unchanged: number;
	/** The form went out for another trajectory: its codes say nothing here. */
	isForeign: boolean;
}

/** One text in one cell, on its way to an entry. */
interface Written {
	row: ReadRow;
	columnId: string;
	at: string;
	text: string;
	code: EntryCode | null;
	/** The entry that it turned out to be, or the proposal that it became. */
	entry: KnownEntry | null;
	proposal: Proposal | null;
}

/** From this share of common words on, a changed line without a code counts as the line it was. */
const alike = 0.6;
/** So many lines of one cell are compared with a line that has no code. */
const mostCompared = 200;

/** What identifies a text in a place, to see whether it was taken in before. */
export function takenKey(themeId: string | null, slot: SlotId | null, text: string): string {
	return JSON.stringify([themeId, slot, bareText(text)]);
}

/**
 * Compares a form that came back with the form as it is. By code first: the text with the version that went out and
 * those since. What has no code is the same as what reads the same in the same place; in a form that went out filled in
 * it may also have been moved (the same text elsewhere) or rewritten (most of its words the same, in the same cell).
 * Everything else is new, or has no place yet. Nothing is proposed twice.
 */
export function matchForm(read: ReadForm, against: MatchAgainst): Matched {
	return new Matching(read, against).matched();
}

class Matching {
	readonly #read: ReadForm;
	readonly #against: MatchAgainst;
	readonly #isForeign: boolean;
	/** The form went out filled in: what is not in it any more was taken out, and lines without a code may be old ones. */
	readonly #wasFilled: boolean;
	readonly #seen = new Set<KnownEntry>();
	readonly #proposed = new Set<string>();
	readonly #proposals: Proposal[] = [];
	#unchanged = 0;

	constructor(read: ReadForm, against: MatchAgainst) {
		this.#read = read;
		this.#against = against;
		this.#isForeign = read.code !== null && read.code.trajectory !== shortKey(against.trajectoryId);
		const hasCodes = read.rows.some((row) => row.code ?? row.cells.some(({ pieces }) => pieces.some(({ code }) => code))); // prettier-ignore
		this.#wasFilled = !this.#isForeign && (read.code?.isFilled ?? hasCodes);
	}

	matched(): Matched {
		const written = this.#read.rows.flatMap((row) => this.#writtenIn(row));
		const withCode = this.#withEntries(written);
		const rest = [
			...withCode.flatMap((one) => this.#matchEntry(one)),
			...written.filter(({ entry }) => entry === null),
		].flatMap((one) => this.#sameInPlace(one));
		for (const one of rest) this.#matchRest(one);
		for (const loose of this.#read.loose)
			this.#propose({ ...nothing, kind: 'unplaced', at: loose.at, text: loose.text, themeId: loose.themeId, heading: loose.heading, why: reasonOf(loose) }); // prettier-ignore
		this.#proposeRemoved();
		const byRow = Map.groupBy([...written, ...rest], ({ row }) => row);
		for (const [row, ones] of byRow) this.#matchSources(row, ones);
		for (const row of this.#read.rows) if (!byRow.has(row)) this.#matchSources(row, []);
		return { proposals: this.#proposals, unchanged: this.#unchanged, isForeign: this.#isForeign };
	}

	/** The texts of a row; the code of the row goes to the one that it is the code of. */
	#writtenIn(row: ReadRow): Written[] {
		const written = row.cells.flatMap(({ columnId, at, pieces }) =>
			pieces.map((piece): Written => ({
				row,
				columnId,
				at,
				...piece,
				entry: null,
				proposal: null,
			})),
		);
		if (row.code && !this.#isForeign) {
			const entry = this.#against.entries.withCode(row.code);
			const free = written.filter(({ code }) => code === null);
			const own = entry && this.#pieceOf(entry, row.code, free);
			if (own) own.code = row.code;
			// The code stands there, and no text: somebody took the text out.
			else if (entry && written.length === 0) this.#proposeRemoval(entry, row.code.version, row.at);
		}
		return written;
	}

	#pieceOf(entry: KnownEntry, { version }: EntryCode, pieces: Written[]): Written | null {
		const base = stateAt(entry, version);
		const column = this.#against.slots.columnOf(base.slot);
		return (
			pieces.find((one) => one.columnId === column) ??
			pieces.toSorted(
				(a, b) => sharedWords(b.text, base.text) - sharedWords(a.text, base.text),
			)[0] ??
			null
		);
	}

	/** Gives each code its entry, once: of a line that was copied, the one that still reads as it did. */
	#withEntries(written: readonly Written[]): Written[] {
		if (this.#isForeign) return [];
		const byEntry = new Map<KnownEntry, Written[]>();
		for (const one of written) {
			const entry = one.code && this.#against.entries.withCode(one.code);
			if (entry) byEntry.set(entry, [...(byEntry.get(entry) ?? []), one]);
		}
		return [...byEntry].flatMap(([entry, ones]) => {
			const base = (one: Written) => stateAt(entry, one.code?.version ?? entry.version);
			const reads = (one: Written) =>
				this.#against.slots.read(one.text, one.columnId, base(one).slot).text;
			const same = ones.find((one) => bareText(reads(one)) === bareText(base(one).text));
			const chosen = same ?? ones.find(({ text }) => text !== '') ?? ones[0];
			if (!chosen) return [];
			chosen.entry = entry;
			this.#seen.add(entry);
			return [chosen];
		});
	}

	/** Compares a text with the entry that its code names; gives what else was written in the same cell. */
	#matchEntry(written: Written): Written[] {
		const { entry, row } = written;
		if (!entry) return [];
		const version = Math.min(written.code?.version ?? entry.version, entry.version);
		const base = stateAt(entry, version);
		if (written.text === '') {
			this.#proposeRemoval(entry, version, written.at);
			return [];
		}
		const { own, others } = this.#ownLine(written, base);
		const read = this.#against.slots.read(own, written.columnId, base.slot);
		const state = {
			text: read.text,
			// A theme that was given another name is still the theme it was.
			themeId: row.themeId ?? base.themeId,
			slot: read.slot ?? base.slot,
		};
		const isKnown = entry.isWithdrawn ? isSame(base, state) : readSoSince(entry, version, state);
		if (isKnown) this.#unchanged += 1;
		else if (entry.isWithdrawn)
			written.proposal = this.#propose({ ...nothing, ...state, kind: 'new', at: written.at, wasWithdrawn: true }); // prettier-ignore
		else written.proposal = this.#proposeChange(entry, base, { ...nothing, ...state, at: written.at }); // prettier-ignore
		return others.map((text) => ({ ...written, text, code: null, entry: null, proposal: null }));
	}

	/** Where one line went out and more came back, the one that is still the entry, and the others. */
	#ownLine({ text, columnId }: Written, base: EntryState): { own: string; others: string[] } {
		const whole = this.#against.slots.read(text, columnId, base.slot).text;
		if (base.text.includes('\n') || bareText(whole) === bareText(base.text))
			return { own: text, others: [] };
		const lines = entriesInText(text);
		if (lines.length < 2) return { own: text, others: [] };
		const likeness = (line: string) =>
			sharedWords(this.#against.slots.read(line, columnId, base.slot).text, base.text);
		const own = lines.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? text;
		const others = lines.toSpliced(lines.indexOf(own), 1);
		return { own, others };
	}

	/** Leaves out what reads the same in the same place; gives the lines of what remains. */
	#sameInPlace(written: Written): Written[] {
		if (written.text === '' || this.#findSame(written)) return [];
		return entriesInText(written.text)
			.map((text) => ({ ...written, text, entry: null, proposal: null }))
			.filter((one) => !this.#findSame(one));
	}

	#findSame(written: Written): boolean {
		const { slots, entries } = this.#against;
		const { text } = slots.read(written.text, written.columnId);
		const same = entries
			.withText(text)
			.find(({ themeId, slot }) => themeId === written.row.themeId && slots.columnOf(slot) === written.columnId); // prettier-ignore
		if (!same) return false;
		if (!this.#seen.has(same)) this.#unchanged += 1;
		this.#seen.add(same);
		written.entry = same;
		return true;
	}

	#matchRest(written: Written): void {
		const { row, columnId, at } = written;
		const { text, slot } = this.#against.slots.read(written.text, columnId);
		const place = { ...nothing, at, text, themeId: row.themeId, slot };
		if (row.themeId === null) {
			this.#propose({ ...place, kind: 'unplaced', why: 'theme', heading: row.themeText });
			return;
		}
		if (slot === null) {
			this.#propose({ ...place, kind: 'unplaced', why: 'kind' });
			return;
		}
		if (this.#against.taken.has(takenKey(row.themeId, slot, text))) {
			this.#unchanged += 1;
			return;
		}
		const former = this.#wasFilled ? this.#formerOf(written, text) : null;
		if (!former) {
			written.proposal = this.#propose({ ...place, kind: 'new' });
			return;
		}
		this.#seen.add(former);
		written.entry = former;
		const base = this.#read.code ? stateWhen(former, this.#read.code.at) : former;
		// What somebody moved in the form and the file still has at its old place was not moved by whoever filled it in.
		if (readSoSince(former, base.version, { ...place, themeId: row.themeId, slot }))
			this.#unchanged += 1;
		else written.proposal = this.#proposeChange(former, base, place);
	}

	/** A finding cannot become provision or a knowledge need: there it is new, and the old one may go. */
	#proposeChange(entry: KnownEntry, base: EntryState, to: Omit<Proposal, 'kind'>) {
		const table = this.#against.slots.all.find(({ id }) => id === to.slot)?.table;
		if (table === entry.table) return this.#propose({ ...to, kind: 'changed', entry, base });
		this.#proposeRemoval(entry, base.version, to.at);
		return this.#propose({ ...to, kind: 'new' });
	}

	/** What a line without a code was before: the same text elsewhere, or much the same text in the same cell. */
	#formerOf({ row, columnId }: Written, text: string): KnownEntry | null {
		const { entries, slots } = this.#against;
		const isFree = (one: KnownEntry) => !this.#seen.has(one) && !one.isGrouped && !one.isWithdrawn;
		const moved = entries.withText(text).find(isFree);
		if (moved) return moved;
		const [likely] = entries
			.underTheme(row.themeId)
			.filter((one) => slots.columnOf(one.slot) === columnId && isFree(one)) // prettier-ignore
			.slice(0, mostCompared)
			.map((one) => ({ one, share: sharedWords(one.text, text) }))
			.filter(({ share }) => share >= alike)
			.toSorted((a, b) => b.share - a.share);
		return likely?.one ?? null;
	}

	/** What a form went out with and came back without, in the domains that came back. */
	#proposeRemoved(): void {
		const { code, domainIds } = this.#read;
		if (!code?.isFilled || this.#isForeign) return;
		for (const entry of this.#against.entries.all) {
			if (this.#seen.has(entry) || entry.isGrouped || entry.isOfRound) continue;
			if (entry.createdAt > code.at) continue;
			if (!domainIds.has(this.#against.domainOf(entry.themeId) ?? '')) continue;
			this.#proposeRemoval(entry, stateWhen(entry, code.at).version, '');
		}
	}

	#proposeRemoval(entry: KnownEntry, version: number, at: string): void {
		this.#seen.add(entry);
		if (entry.isWithdrawn) return;
		const base = stateAt(entry, version);
		const { text, themeId, slot } = entry;
		this.#propose({ ...nothing, kind: 'removed', at, text, themeId, slot, entry, base });
	}

	/** Sources that were written down and are not those that went out. They belong to the row's only finding. */
	#matchSources(row: ReadRow, written: readonly Written[]): void {
		if (!row.sources) return;
		const mine = written.filter((one) => (one.entry ?? one.proposal) !== null);
		const findings = mine.filter(
			({ entry, proposal }) =>
			entry ? entry.table === 'finding' : this.#against.slots.all.find(({ id }) => id === proposal?.slot)?.table === 'finding', // prettier-ignore
		);
		const [only] = findings.length === 1 ? findings : [];
		const cited = new Set((only?.entry?.sources ?? []).map(bareText));
		for (const text of row.sources.lines) {
			const bare = bareText(text);
			// In a text the sources stand with a theme; without a finding to put it behind, one that is there already adds nothing.
			const byTheme = this.#read.format === 'docx' || !only;
			const isKnown = cited.has(bare) || (byTheme && this.#against.sourceTitles.has(bare));
			if (isKnown || this.#against.taken.has(takenKey(row.themeId, 'source', text))) continue;
			const entry = only?.entry ?? null;
			const of = entry ? null : (only?.proposal ?? null);
			this.#propose({ ...nothing, kind: 'source', at: row.sources.at, text, themeId: row.themeId, entry, of }); // prettier-ignore
		}
	}

	/** Adds a proposal, unless the very same was made already. */
	#propose(proposal: Proposal): Proposal | null {
		const { kind, text, themeId, slot, entry, of } = proposal;
		const key = JSON.stringify([kind === 'unplaced' ? proposal.at : '', kind, bareText(text), themeId, slot, entry?.id, of?.text]); // prettier-ignore
		if (this.#proposed.has(key)) return null;
		this.#proposed.add(key);
		this.#proposals.push(proposal);
		return proposal;
	}
}

/** What a proposal has when nothing is said of it. */
const nothing: Omit<Proposal, 'kind'> = {
	at: '',
	text: '',
	themeId: null,
	slot: null,
	entry: null,
	base: null,
	of: null,
	why: null,
	heading: '',
	wasWithdrawn: false,
};
