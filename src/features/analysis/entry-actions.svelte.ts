import { liveFormTexts } from '#locales/live-form.ts';
import type { Language } from '#locales/messages.ts';
import { newId } from '#kernel/id.ts';
import { heldEntry, movedContent, type HeldEntry } from './entry-content.ts';
import type { FormOnScreen } from './form-on-screen.svelte.ts';
import type { Framework, FrameworkColumn } from './framework.schema.ts';
import { postAction } from './post-action.ts';
import type { Sending } from './sending.ts';
import { sendingOf, type Step } from './undo-steps.ts';

/** How many steps back one can go. */
const mostSteps = 50;

/** An entry that was cut, to be put into another cell. */
export interface CutEntry {
	id: string;
	/** The theme of the cell it was cut from. */
	theme: string;
	text: string;
}

/** What is done to entries without opening them: moving, withdrawing, and taking one's own last changes back. */
export class EntryActions {
	readonly #screen: FormOnScreen;
	readonly #language: () => Language;
	/** Requests that this page made: their news is no news here. */
	readonly ownRequests: string[] = [];
	done = $state.raw<Step[]>([]);
	undone = $state.raw<Step[]>([]);
	cut = $state.raw<CutEntry | null>(null);
	/** What just happened, or why it did not. */
	word = $state('');
	/** The versions that this page wrote, per entry. */
	readonly #ownVersions: Record<string, number[]> = {};
	#isBusy = false;

	constructor(screen: FormOnScreen, language: () => Language) {
		this.#screen = screen;
		this.#language = language;
	}

	get #t() {
		return liveFormTexts[this.#language()];
	}

	/** The entry as it stands now. */
	held(id: string): HeldEntry | null {
		return heldEntry(this.#screen.content, id);
	}

	/** Remembers what an editor saved, so that it can be taken back. `before` is the entry as it was sent from. */
	saved(id: string, before: HeldEntry | null): void {
		const now = this.held(id);
		if (!now || now.version !== (before?.version ?? 0) + 1) return;
		const { thing, text, content, version } = now;
		const what = before ? 'change' : 'add';
		this.#remember({
			...{ what, thing, id, text, version },
			before: before?.content ?? null,
			after: content,
		});
	}

	/** Marks an entry to be put into another cell. */
	cutOut(cut: CutEntry): void {
		this.cut = cut;
		this.#say(this.#t.cutOut(cut.text));
	}

	async withdraw(id: string, reason: string): Promise<boolean> {
		const entry = this.held(id);
		if (!entry) return this.#say(this.#t.gone);
		const { thing, text, content, version } = entry;
		const step: Step = {
			...{ what: 'withdraw', thing, id, text, version },
			before: content,
			after: null,
		};
		if (!(await this.#send(sendingOf(step, 'redo', reason)))) return false;
		this.#remember({ ...step, version: step.version + 1 });
		this.#say(this.#t.withdrawn(text));
		return true;
	}

	/** Moves an entry from the cell of one theme to another cell; says so when it cannot stand there. */
	async move(
		id: string,
		from: string,
		to: { theme: string; column: FrameworkColumn },
		framework: Framework,
	): Promise<boolean> {
		const entry = this.held(id);
		if (!entry) return this.#say(this.#t.gone);
		const after = movedContent(entry, from, to, framework);
		if (!after) return this.#say(this.#t.cannotStand);
		const { thing, text, content, version } = entry;
		if (JSON.stringify(after) === JSON.stringify(content)) return true;
		const step: Step = {
			...{ what: 'move', thing, id, text, version },
			before: content,
			after,
		};
		if (!(await this.#send(sendingOf(step, 'redo', '')))) return false;
		this.#remember({ ...step, version: step.version + 1 });
		this.#say(this.#t.moved(text));
		return true;
	}

	async undo(): Promise<void> {
		const step = this.done.at(-1);
		if (!step) return void this.#say(this.#t.nothingToUndo);
		if (!(await this.#take(step, 'undo'))) return;
		this.undone = [...this.undone, this.#written(step)];
		this.#say(this.#t.undone(this.#t.steps[step.what](step.text)));
	}

	async redo(): Promise<void> {
		const step = this.undone.at(-1);
		if (!step) return void this.#say(this.#t.nothingToRedo);
		if (!(await this.#take(step, 'redo'))) return;
		this.done = [...this.done, this.#written(step)];
		this.#say(this.#t.redone(this.#t.steps[step.what](step.text)));
	}

	/** Carries a step out one way; a step that somebody else came between is never tried again. */
	async #take(step: Step, way: 'undo' | 'redo'): Promise<boolean> {
		if (this.#isBusy) return false;
		this.#isBusy = true;
		const sending = sendingOf(this.#asLeft(step), way, this.#t.undoReason);
		const went = await this.#send(sending, this.#t.changedSince(step.text));
		this.#isBusy = false;
		if (went === null) return false;
		if (way === 'undo') this.done = this.done.filter((one) => one !== step);
		else this.undone = this.undone.filter((one) => one !== step);
		return went;
	}

	/** True when done, false when refused, null when it is not known to have arrived. */
	async #send({ action, fields }: Sending, conflict = this.#t.changedMeanwhile) {
		const requestId = newId();
		this.ownRequests.push(requestId);
		const outcome = await postAction({ action, fields }, requestId);
		if (outcome.state === 'done') {
			await this.#screen.shows(requestId);
			return true;
		}
		if (outcome.state === 'unsent') {
			this.#say(this.#t.noConnection);
			return null;
		}
		const isConflict = ['changed_meanwhile', 'withdrawn', 'not_found'].includes(outcome.code);
		this.#say(isConflict ? conflict : outcome.message);
		return false;
	}

	/** The step with the version that this page left the entry in, when only this page wrote since. */
	#asLeft(step: Step): Step {
		let { version } = step;
		while (this.#ownVersions[step.id]?.includes(version + 1)) version += 1;
		return { ...step, version };
	}

	/** The step after it was undone or done again: that wrote a version. */
	#written(step: Step): Step {
		const version = this.#asLeft(step).version + 1;
		this.#wrote(step.id, version);
		return { ...step, version };
	}

	#wrote(id: string, version: number): void {
		(this.#ownVersions[id] ??= []).push(version);
	}

	#remember(step: Step): void {
		this.#wrote(step.id, step.version);
		this.done = [...this.done, step].slice(-mostSteps);
		this.undone = [];
	}

	#say(word: string): false {
		// The same words again are said again.
		this.word = this.word === word ? `${word}\u200b` : word;
		return false;
	}
}
