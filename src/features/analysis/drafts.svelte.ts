import { SvelteMap } from 'svelte/reactivity';
import type { Sending } from './sending.ts';

/** What somebody typed in a form, by field name. */
export type DraftValues = Record<string, string>;

export interface Draft {
	/** `<theme>/<column>` of the cell. */
	cell: string;
	/** What is being changed; null for something new. */
	entryId: string | null;
	/** Tells new things of one cell apart that were saved without a connection. */
	apart?: string;
	/** The version that was read when the typing began. */
	version: number;
	values: DraftValues;
	/** Saved without a connection: sent as it is, as soon as there is one. */
	unsent?: Sending & { requestId: string };
	/** Why it was refused when it was sent. */
	refused?: string;
}

/**
 * What was typed in cells and not saved yet. Kept in the browser until its tab is closed, so that leaving a cell,
 * reloading the page or losing the connection loses nothing. Does nothing on the server.
 */
export class Drafts {
	readonly #key: string;
	readonly #drafts = new SvelteMap<string, Draft>();

	constructor(trajectoryId: string) {
		this.#key = `drafts ${trajectoryId}`;
	}

	/** Reads what this tab kept. Call once, in the browser. */
	load(): void {
		try {
			const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
			if (!Array.isArray(kept)) return;
			for (const draft of kept as Draft[]) this.#drafts.set(keyOf(draft), draft);
		} catch {
			// A browser without storage: drafts live as long as the page.
		}
	}

	/** What was typed and not saved; of an entry also what waits to be sent. */
	get(which: Pick<Draft, 'cell' | 'entryId' | 'apart'>): Draft | undefined {
		return this.#drafts.get(keyOf(which));
	}

	/** The drafts in one cell. */
	in(cell: string): Draft[] {
		return [...this.#drafts.values()].filter((draft) => draft.cell === cell);
	}

	/** What waits to be sent, the oldest first. */
	get unsent(): Draft[] {
		return [...this.#drafts.values()].filter((draft) => draft.unsent);
	}

	/** Keeps what was typed; drops the draft when nothing is left of it. */
	keep(draft: Draft): void {
		const text = Object.values(draft.values).join('').trim();
		if (text === '') return this.drop(draft);
		this.#drafts.set(keyOf(draft), draft);
		this.#store();
	}

	drop(draft: Pick<Draft, 'cell' | 'entryId' | 'apart'>): void {
		if (this.#drafts.delete(keyOf(draft))) this.#store();
	}

	#store(): void {
		try {
			sessionStorage.setItem(this.#key, JSON.stringify([...this.#drafts.values()]));
		} catch {
			// As above; nothing on screen is lost.
		}
	}
}

/** Of one entry there is one draft; of new things one that is typed, and as many as were saved without a connection. */
function keyOf({ cell, entryId, apart }: Pick<Draft, 'cell' | 'entryId' | 'apart'>): string {
	return `${cell} ${entryId ?? apart ?? 'new'}`;
}
