import { getContext, setContext } from 'svelte';
import { newId } from '#kernel/id.ts';
import { Drafts, type Draft, type DraftValues } from './drafts.svelte.ts';
import type { EntryActions } from './entry-actions.svelte.ts';
import type { FormOnScreen } from './form-on-screen.svelte.ts';
import { postAction } from './post-action.ts';
import type { Sending } from './sending.ts';

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
	/** Which draft of something new it goes on with, where a cell has more than one. */
	apart?: string;
}

/** What one can do with an entry beside changing it, opened under it. */
export interface OpenPanel {
	cell: string;
	entryId: string;
	what: 'menu' | 'move' | 'withdraw';
}

/** Editing in place: one open editor at a time over the whole form, and the drafts of the others. */
export class FormEditing {
	readonly drafts: Drafts;
	readonly #openRound: () => string | null;
	/** What the screen shows, and who else is in it. */
	readonly screen: FormOnScreen;
	readonly actions: EntryActions;
	editor = $state.raw<OpenEditor | null>(null);
	panel = $state.raw<OpenPanel | null>(null);
	/** The cell in which something was just saved. */
	savedCell = $state<string | null>(null);
	/** Whether cells can be walked with the arrow keys: JavaScript runs, and the form is a table. */
	isGrid = $state(false);
	/** Whether JavaScript runs, on a table or on a list. */
	isReady = $state(false);
	/** Whether the list of keys is open. */
	showsKeys = $state(false);
	/** Whether something that was saved without a connection was sent later. */
	hasSent = $state(false);

	constructor(
		trajectoryId: string,
		{ screen, actions }: { screen: FormOnScreen; actions: EntryActions },
		openRound: () => string | null,
	) {
		this.screen = screen;
		this.actions = actions;
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
		{ typed = '', apart }: { typed?: string; apart?: string } = {},
	): void {
		const entryId = entry?.id ?? null;
		const draft = this.drafts.get({ cell, entryId, apart });
		const requestId = newId();
		this.actions.ownRequests.push(requestId);
		this.savedCell = null;
		this.panel = null;
		this.editor = {
			...{ cell, entryId, apart },
			version: draft?.version ?? entry?.version ?? 0,
			values: draft?.values ?? entry?.values ?? { text: typed, question: typed },
			requestId,
		};
		// What is typed on is not what waits to be sent any more.
		if (draft?.unsent) this.drafts.keep({ ...draft, unsent: undefined });
	}

	/** Somebody types on while the editor is fetched. */
	typeMore(typed: string): void {
		if (!this.editor) return;
		const { values } = this.editor;
		const [text, question] = [values.text ?? '', values.question ?? ''];
		this.editor = {
			...this.editor,
			values: { ...values, text: text + typed, question: question + typed },
		};
	}

	/** Opens under an entry what one can do with it. */
	openPanel(panel: OpenPanel): void {
		this.editor = null;
		this.panel = panel;
	}

	/** Closes the editor; what was typed stays as a draft. */
	leave(): void {
		this.editor = null;
	}

	/** Closes the editor after its content was saved. */
	saved(): void {
		if (!this.editor) return;
		this.drafts.drop(this.editor);
		this.savedCell = this.editor.cell;
		this.editor = null;
	}

	/** Closes the editor; what it wanted to save is sent when there is a connection again. */
	keepUnsent(sending: Sending, values: DraftValues): void {
		if (!this.editor) return;
		const { cell, entryId, version, requestId } = this.editor;
		this.drafts.drop(this.editor);
		const apart = entryId === null ? requestId : undefined;
		const unsent = { ...sending, requestId };
		this.drafts.keep({ cell, entryId, apart, version, values, unsent });
		this.editor = null;
	}

	/** Sends what waits, in order; what is refused is kept as a draft with the reason. */
	async sendUnsent(): Promise<void> {
		for (const draft of this.drafts.unsent) if (!(await this.#send(draft))) return;
	}

	async #send(draft: Draft): Promise<boolean> {
		const { unsent, ...kept } = draft;
		if (!unsent) return true;
		this.actions.ownRequests.push(unsent.requestId);
		const outcome = await postAction(unsent, unsent.requestId);
		if (outcome.state === 'unsent') return false;
		if (outcome.state === 'done') await this.screen.shows(unsent.requestId);
		this.drafts.drop(draft);
		if (outcome.state === 'refused') this.drafts.keep({ ...kept, refused: outcome.message });
		else this.hasSent = true;
		return true;
	}
}

const key = Symbol('form editing');

export function setFormEditing(editing: FormEditing): void {
	setContext(key, editing);
}

export function useFormEditing(): FormEditing {
	return getContext<FormEditing>(key);
}
