import { SvelteMap } from 'svelte/reactivity';

/** What somebody typed in a form, by field name. */
export type DraftValues = Record<string, string>;

export interface Draft {
	/** `<theme>/<column>` of the cell. */
	cell: string;
	/** What is being changed; null for something new. */
	entryId: string | null;
	/** The version that was read when the typing began. */
	version: number;
	values: DraftValues;
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
			for (const draft of kept as Draft[]) this.#drafts.set(idOf(draft.cell, draft.entryId), draft);
		} catch {
			// A browser without storage: drafts live as long as the page.
		}
	}

	get(cell: string, entryId: string | null): Draft | undefined {
		return this.#drafts.get(idOf(cell, entryId));
	}

	/** The drafts in one cell. */
	in(cell: string): Draft[] {
		return [...this.#drafts.values()].filter((draft) => draft.cell === cell);
	}

	/** Keeps what was typed; drops the draft when nothing is left of it. */
	keep(draft: Draft): void {
		const text = Object.values(draft.values).join('').trim();
		if (text === '') return this.drop(draft.cell, draft.entryId);
		this.#drafts.set(idOf(draft.cell, draft.entryId), draft);
		this.#store();
	}

	drop(cell: string, entryId: string | null): void {
		if (this.#drafts.delete(idOf(cell, entryId))) this.#store();
	}

	#store(): void {
		try {
			sessionStorage.setItem(this.#key, JSON.stringify([...this.#drafts.values()]));
		} catch {
			// As above; nothing on screen is lost.
		}
	}
}

function idOf(cell: string, entryId: string | null): string {
	return `${cell} ${entryId ?? 'new'}`;
}
