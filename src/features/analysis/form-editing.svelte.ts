import { getContext, setContext } from 'svelte';
import { newId } from '#kernel/id.ts';
import type { FormOnScreen } from './form-on-screen.svelte.ts';
import { Drafts, type DraftValues } from './drafts.svelte.ts';

/** The editor that is open: in which cell, and for what. */
export interface OpenEditor {
	cell: string;
	/** What is being changed; null for something new. */
	entryId: string | null;
	/** The version that was read when the typing began. */
	version: number;
	/** What the fields begin with. */
	values: DraftValues;
	/** The request that saving makes; the same when it has to be sent twice. */
	requestId: string;
}

/** Editing in place: one open editor at a time over the whole form, and the drafts of the others. */
export class FormEditing {
	readonly drafts: Drafts;
	readonly #openRound: () => string | null;
	editor = $state.raw<OpenEditor | null>(null);
	/** The cell in which something was just saved. */
	savedCell = $state<string | null>(null);
	/** Whether cells can be walked with the arrow keys: JavaScript runs, and the form is a table. */
	isGrid = $state(false);
	/** Requests that this page made: their news is no news here. */
	readonly ownRequests: string[] = [];

	/** What the screen shows, and who else is in it. */
	readonly screen: FormOnScreen;
	/** Whether something that was saved without a connection was sent later. */
	hasSent = $state(false);

	constructor(trajectoryId: string, screen: FormOnScreen, openRound: () => string | null) {
		this.screen = screen;
		this.drafts = new Drafts(trajectoryId);
		this.#openRound = openRound;
	}

	/** The silent round that is open: its entries are for their writers still. */
	get silentRoundId(): string | null {
		return this.#openRound();
	}

	/** Opens an editor; a draft of the same thing goes on where it was left. */
	open(
		cell: string,
		entry: { id: string; version: number; values: DraftValues } | null,
		typed = '',
	): void {
		const draft = this.drafts.get(cell, entry?.id ?? null);
		const requestId = newId();
		this.ownRequests.push(requestId);
		this.savedCell = null;
		this.editor = {
			cell,
			entryId: entry?.id ?? null,
			version: draft?.version ?? entry?.version ?? 0,
			values: draft?.values ?? entry?.values ?? { text: typed, question: typed },
			requestId,
		};
	}

	/** Closes the editor; what was typed stays as a draft. */
	leave(): void {
		this.editor = null;
	}

	/** Closes the editor after its content was saved. */
	saved(): void {
		if (!this.editor) return;
		const { cell, entryId } = this.editor;
		this.drafts.drop(cell, entryId);
		this.editor = null;
		this.savedCell = cell;
	}
}

const key = Symbol('form editing');

export function setFormEditing(editing: FormEditing): void {
	setContext(key, editing);
}

export function useFormEditing(): FormEditing {
	return getContext<FormEditing>(key);
}
