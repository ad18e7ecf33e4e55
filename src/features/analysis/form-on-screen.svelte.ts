import { SvelteSet } from 'svelte/reactivity';
import { nobody, type Presence } from '#features/trajectory/presence.ts';
import { newId } from '#kernel/id.ts';
import type { FormState } from './form-sync.ts';
import { LiveForm, type Connection } from './live-form.ts';

/** How long a change by somebody else stays marked, in milliseconds; the mark fades in this time. */
const markFor = 6000;
/** A connection that is back sooner than this was not worth a word. */
const blink = 1500;
/** How long it says that it is back. */
const sayBackFor = 10_000;

/** What is said about the connection; `since` is when it was lost, in milliseconds since 1970. */
export type Word = { say: 'lost'; since: number } | { say: 'back' } | { say: 'refused' } | null;

interface Listening {
	/** Carries a change of what is shown out, such that nobody loses the line they read. */
	hold: (change: () => void) => void;
	/** Requests that this page made itself. */
	isOwn: (requestId: string) => boolean;
	/** Somebody else changed something that is on screen. */
	onnews: (entries: string[]) => void;
	/** Something was heard of, whoever did it. */
	onheard: () => void;
	/** What is around the form changed: the page has to be read anew. */
	onanew: () => void;
	/** The connection is there, for the first time or again. */
	onlive: () => void;
}

/** The form as this screen shows it: what came with the page, kept up to date while it is open. */
export class FormOnScreen {
	content = $state.raw<FormState>() as FormState;
	presence = $state.raw<Presence>(nobody);
	word = $state.raw<Word>(null);
	/** Entries that somebody else changed a moment ago. */
	readonly marked = new SvelteSet<string>();
	#live: LiveForm | null = null;
	/** The last requests that were heard of. */
	#heard: string[] = [];
	#waiting: { request: string; go: () => void }[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(content: FormState) {
		this.content = content;
	}

	/** Takes over what came with the page, after it was read anew. */
	take(content: FormState): void {
		if (this.#live) void this.#live.take(content).catch(() => {});
		else this.content = content;
	}

	/** Listens to what others change; gives the function that stops it. In the browser only. */
	listen(trajectoryId: string, listening: Listening): () => void {
		const live = new LiveForm({
			address: `/live/${trajectoryId}/invulschema`,
			tab: newId(),
			form: this.content,
			onform: (form, entries, requests) => this.#show(form, entries, requests, listening),
			onpresence: (presence) => (this.presence = presence),
			onconnection: (connection) => this.#connected(connection, listening),
			onanew: listening.onanew,
		});
		this.#live = live;
		const offline = () => live.networkChanged(false);
		const online = () => live.networkChanged(true);
		window.addEventListener('offline', offline);
		window.addEventListener('online', online);
		const seen = () => live.rest(document.visibilityState === 'hidden');
		document.addEventListener('visibilitychange', seen);
		seen();
		void live.start();
		return () => {
			window.removeEventListener('offline', offline);
			window.removeEventListener('online', online);
			document.removeEventListener('visibilitychange', seen);
			clearTimeout(this.#timer);
			live.stop();
			this.#live = null;
		};
	}

	/** Says in which cell the reader is. */
	moveTo(cell: string | null): void {
		this.#live?.moveTo(cell);
	}

	get isLive(): boolean {
		return this.#live?.connection.state === 'live';
	}

	/** Waits until what a request of this page did is shown; when that takes long, asks for it. */
	async shows(request: string): Promise<void> {
		if (!this.#live || this.#heard.includes(request)) return;
		const heard = new Promise<void>((go) => this.#waiting.push({ request, go }));
		const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), 700));
		if ((await Promise.race([heard, late])) === 'late') await this.#live.catchUp().catch(() => {});
	}

	#show(
		form: FormState,
		entries: string[],
		requests: string[],
		{ hold, isOwn, onnews, onheard }: Listening,
	): void {
		const isOthers = !requests.some(isOwn) && entries.length > 0;
		hold(() => {
			this.content = form;
			if (isOthers) this.#mark(entries);
		});
		this.#heard = [...this.#heard, ...requests].slice(-100);
		for (const { request, go } of this.#waiting) if (requests.includes(request)) go();
		this.#waiting = this.#waiting.filter(({ request }) => !requests.includes(request));
		if (isOthers) onnews(entries);
		onheard();
	}

	#mark(entries: string[]): void {
		for (const id of entries) this.marked.add(id);
		setTimeout(() => entries.forEach((id) => this.marked.delete(id)), markFor);
	}

	#connected(connection: Connection, { onlive }: Listening): void {
		clearTimeout(this.#timer);
		if (connection.state !== 'live') this.presence = nobody;
		if (connection.state === 'lost') {
			const { since } = connection;
			this.#timer = setTimeout(() => (this.word = { say: 'lost', since }), blink);
		} else if (connection.state === 'refused') this.word = { say: 'refused' };
		else if (connection.state === 'live') {
			if (this.word?.say === 'lost') {
				this.word = { say: 'back' };
				this.#timer = setTimeout(() => (this.word = null), sayBackFor);
			}
			onlive();
		}
	}
}
