import { readForm, type FormValue } from '#kernel/form-data.ts';
import { newId } from '#kernel/id.ts';
import type { Language } from '#locales/messages.ts';
import { offlineTexts } from '#locales/offline.ts';
import type { Field } from './field.ts';
import { checkFields, showProblems, type FormProblem } from './form-check.ts';
import {
	entriesOf,
	entriesOfUntouched,
	putEntries,
	sameEntries,
	withTyped,
} from './form-entries.ts';
import { formMessages } from './form-messages.ts';
import { draftKey, draftOf, keepDraft, makeRoom, NoRoom, queue } from './outbox.ts';
import type { Draft, NewRecord } from './record.ts';
import { askToSync, sendSoon } from './sending.ts';

/** How long after a letter a form is kept, in milliseconds. */
const pause = 250;

export interface QueuedForm {
	/** The path in the API that the form's command is posted to. */
	address: string;
	/** What it makes: `observation`, `conversation`, `photo`, `signal`. */
	kind: string;
	/** Where to go when it is kept. */
	after: string;
	/** Below which path it can be read once the server has it, by its id. */
	shownBelow: string;
	/** What to call it in the list. */
	title: (body: Record<string, FormValue>) => string;
	/** What this kind of form checks beyond what its fields say themselves. */
	check?: (body: Record<string, FormValue>) => FormProblem[] | Promise<FormProblem[]>;
	/** Makes the command's input of the form's fields, where they differ in shape. */
	input?: (body: Record<string, FormValue>) => Record<string, unknown>;
	/**
	 * Called when the record is kept, before the page is left. Gives false to stay: something on the screen, such as a photo
	 * for which there was no room, is nowhere else.
	 */
	mayLeave?: () => boolean | Promise<boolean>;
}

/** A form whose every letter is kept on this device, and that goes into the queue instead of over the line. */
export interface AttachedForm {
	/** The id of the record it becomes: files are kept under it from the first on. */
	draftId: string;
	/** Keeps the form now; for what changes without an event of a field. Throws `NoRoom`. */
	keep: () => Promise<void>;
	/** Goes on when the record is in the queue already and `mayLeave` held the page; else nothing. */
	goOn: () => void;
}

/**
 * Takes a form over. Where the browser keeps nothing, it gives null and the form goes to the server as ever. What was
 * typed in it before, and what was typed before this script had come, stands in it afterwards.
 */
export async function attachForm(
	form: HTMLFormElement,
	field: Field,
	options: QueuedForm,
): Promise<AttachedForm | null> {
	const { trajectory, person, language } = field;
	if (!trajectory || !canKeep()) return null;
	const key = draftKey(person.id, location.pathname + location.search);
	const untouched = entriesOfUntouched(form);
	const found = await draftOf(key).catch(() => null);
	// No database, no queue: the form is an ordinary form.
	if (found === null) return null;
	const draft: Draft = found ?? newDraft(key, field);
	const messages = formMessages(form, language);
	if (found) {
		putEntries(form, withTyped(found.entries, untouched, entriesOf(form)));
		offerNewBegin(messages, form, key, found, language);
	}
	const saver = draftSaver(form, draft, untouched);
	form.addEventListener('submit', (event) => {
		// A button of its own, such as one that chooses another guide, goes its own way.
		if (event.submitter?.hasAttribute('formaction') || form.dataset.plain !== undefined) return;
		event.preventDefault();
		void submit();
	});

	let busy = false;
	/** What it is called in the queue, once it is there. */
	let queuedAs: string | null = null;
	async function submit(): Promise<void> {
		if (busy || !trajectory) return;
		if (queuedAs !== null) {
			if ((await options.mayLeave?.()) !== false) leave(queuedAs);
			return;
		}
		busy = true;
		form.setAttribute('aria-busy', 'true');
		try {
			await keepInQueue(trajectory);
		} finally {
			busy = false;
			form.removeAttribute('aria-busy');
		}
	}

	async function keepInQueue(where: NewRecord['trajectory']): Promise<void> {
		const body = bodyOf(form);
		const found = [
			...(await checkFields(form, language)),
			...((await options.check?.(body)) ?? []),
		];
		// One sentence for each field: what this kind of form says of it is the clearest.
		const problems = [...new Map(found.map((problem) => [problem.path, problem])).values()];
		if (showProblems(form, problems, language)) return;
		const record: NewRecord = {
			id: draft.id,
			person,
			trajectory: where,
			kind: options.kind,
			title: options.title(body),
			address: options.address,
			body: options.input?.(body) ?? body,
			language,
			shownAt: options.shownBelow + draft.id,
			path: draft.path,
			entries: entriesOf(form),
		};
		saver.stop();
		try {
			await queueOrMakeRoom(record, key);
		} catch (error) {
			saver.start();
			messages.alert(offlineTexts[language].noRoom);
			if (!(error instanceof NoRoom)) throw error;
			return;
		}
		queuedAs = record.title;
		// The page it goes to sends; what stays here sends itself.
		if ((await options.mayLeave?.()) === false) {
			freeze(form);
			sendSoon();
			return;
		}
		await askToSync();
		leave(record.title);
	}

	function leave(title: string): void {
		const next = `${options.after}#bewaard=${draft.id}`;
		if (mayOpen()) return location.assign(next);
		messages.instead(offlineTexts[language].savedWithoutApp(title));
		addEventListener('online', () => location.assign(next));
	}

	const goOn = () => {
		if (queuedAs !== null) leave(queuedAs);
	};
	return { draftId: draft.id, keep: saver.keep, goOn };
}

/** Whether this browser can keep and send at all: secure pages only (Secure Contexts, W3C), with locks and a database. */
export function canKeep(): boolean {
	return isSecureContext && 'indexedDB' in window && 'locks' in navigator;
}

/** Whether another page can open now. Without a network that takes the app on the phone, which a first visit only brings. */
function mayOpen(): boolean {
	return navigator.onLine || Boolean(navigator.serviceWorker?.controller);
}

function newDraft(key: string, { person }: Field): Draft {
	const path = location.pathname + location.search;
	return { id: newId(), key, person, path, entries: [], savedAt: Date.now() };
}

function bodyOf(form: HTMLFormElement): Record<string, FormValue> {
	const { requestId: _, formKey: __, ...body } = readForm(new FormData(form));
	return body;
}

/** What went into the queue is not changed any more; what stays on the screen with it, such as a photo, is. */
function freeze(form: HTMLFormElement): void {
	for (const control of form.querySelectorAll<HTMLInputElement>('input, textarea, select'))
		if (!control.closest('[data-photos]')) control.disabled = true;
}

async function queueOrMakeRoom(record: NewRecord, key: string): Promise<void> {
	try {
		await queue(record, key);
	} catch (error) {
		if (!(error instanceof NoRoom)) throw error;
		await makeRoom();
		await queue(record, key);
	}
}

interface Saver {
	keep: () => Promise<void>;
	stop: () => void;
	start: () => void;
}

/** Keeps a form a moment after each letter, and at once when the page goes out of sight. */
function draftSaver(form: HTMLFormElement, draft: Draft, untouched: Draft['entries']): Saver {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOn = true;
	let kept = draft.entries;
	async function keep(): Promise<void> {
		clearTimeout(timer);
		const entries = entriesOf(form);
		// A form that was only looked at is no draft.
		if (!isOn || sameEntries(entries, kept.length > 0 ? kept : untouched)) return;
		await keepDraft({ ...draft, entries, savedAt: Date.now() });
		kept = entries;
		form.dataset.kept = 'yes';
	}
	const keepQuietly = () => void keep().catch(() => (form.dataset.kept = 'no'));
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(keepQuietly, pause);
	};
	form.addEventListener('input', later);
	form.addEventListener('change', later);
	addEventListener('pagehide', keepQuietly);
	// What was typed before this script had come.
	keepQuietly();
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') keepQuietly();
	});
	return {
		keep,
		stop: () => {
			isOn = false;
			clearTimeout(timer);
		},
		start: () => (isOn = true),
	};
}

/** Says that earlier typing stands here, with a way to begin empty and a way back from that. */
function offerNewBegin(
	messages: ReturnType<typeof formMessages>,
	form: HTMLFormElement,
	key: string,
	found: Draft,
	language: Language,
): void {
	const t = offlineTexts[language];
	messages.offer(t.restored, t.startOver, async () => {
		const entries = entriesOf(form);
		form.reset();
		await keepDraft({ ...found, key, entries: entriesOf(form) });
		messages.offer(t.startedOver, t.putBack, () => {
			putEntries(form, entries);
			offerNewBegin(messages, form, key, found, language);
		});
	});
}
