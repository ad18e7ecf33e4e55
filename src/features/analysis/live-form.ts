import type { Presence } from '#features/trajectory/presence.ts';
import { readEvents, type StreamEvent } from '#kernel/event-stream.ts';
import { fingerprint, FormSync, parseForm, type FormDelta, type FormState } from './form-sync.ts';

/** How the form is connected; `since` is when it was lost, in milliseconds since 1970. */
export type Connection =
	| { state: 'connecting' | 'live' | 'resting' | 'stopped' }
	| { state: 'lost'; since: number }
	/** The server does not want this reader any more: signed out, or no part of the trajectory. */
	| { state: 'refused' };

interface Parts {
	/** `/live/<trajectory>/invulschema`, with the server before it outside a browser. */
	address: string;
	/** An id of this tab, made by itself. */
	tab: string;
	/** What the page came with. */
	form: FormState;
	fetch?: typeof fetch;
	/** Called with what it now holds, which entries are different and which requests made the difference. */
	onform?: (form: FormState, entries: string[], requests: string[]) => void;
	onpresence?: (presence: Presence) => void;
	onconnection?: (connection: Connection) => void;
	/** Something around the form changed as well: rights, the framework, a silent round. */
	onanew?: () => void;
}

/** Without any sign of life for this long the connection is dead; the server gives one every 25 seconds. */
const silence = 60_000;
const firstPause = 500;
const longestPause = 10_000;
const longestRest = 2 ** 31 - 1;
/** Where somebody is, is told at most this often. */
const tellEvery = 400;

/**
 * Keeps a form the same as it is on the server: listens to what changes, and after every connection asks whether
 * anything was missed. The server tells changes in order; while a snapshot is on its way they wait for it. Runs in the
 * browser and in Node: the load test keeps fifty of these.
 */
export class LiveForm {
	readonly #parts: Parts;
	readonly #fetch: typeof fetch;
	readonly #sync: FormSync;
	#connection: Connection = { state: 'connecting' };
	#line = new AbortController();
	#wake = () => {};
	#isStopped = false;
	#isResting = false;
	/** Deltas that wait for a snapshot under way; null when none is. */
	#waiting: FormDelta[] | null = null;
	#place: string | null = null;
	#telling: Promise<void> | null = null;
	/** The last time the server was asked, and the one that waits for it to end. */
	#asked: Promise<void> = Promise.resolve();
	#queued: Promise<void> | null = null;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#fetch = parts.fetch ?? ((...input) => fetch(...input));
		this.#sync = new FormSync(parts.form);
	}

	get form(): FormState {
		return this.#sync.state;
	}

	get connection(): Connection {
		return this.#connection;
	}

	/** Listens until `stop`; gives when it stopped for good. */
	async start(): Promise<void> {
		let pause = firstPause;
		while (!this.#isStopped) {
			if (this.#isResting) {
				this.#set({ state: 'resting' });
				await this.#sleep(longestRest);
				continue;
			}
			const began = Date.now();
			const ended = await this.#listen().catch(() => 'lost' as const);
			if (this.#isStopped || this.#isResting) continue;
			if (ended === 'refused') return this.#set({ state: 'refused' });
			if (ended === 'again') continue;
			if (this.#connection.state !== 'lost') this.#set({ state: 'lost', since: Date.now() });
			pause = Date.now() - began > longestPause ? firstPause : Math.min(pause * 2, longestPause);
			// Fifty people whose network came back do not all knock at one moment.
			await this.#sleep(pause * (0.5 + Math.random()));
		}
		this.#set({ state: 'stopped' });
	}

	stop(): void {
		this.#isStopped = true;
		this.#line.abort();
		this.#wake();
	}

	/** Listens no more while nobody looks: a browser allows few connections to one server. */
	rest(isResting: boolean): void {
		this.#isResting = isResting;
		if (isResting) this.#line.abort();
		else this.#wake();
	}

	/** The network is gone, or back: does not wait for what would be found out anyway. */
	networkChanged(isOnline: boolean): void {
		if (isOnline) this.#wake();
		else this.#line.abort();
	}

	/** Says in which cell the reader is, `<theme>/<column>`, or in none; not more often than others can follow. */
	moveTo(place: string | null): void {
		if (place === this.#place) return;
		this.#place = place;
		this.#telling ??= new Promise((resolve) => setTimeout(resolve, tellEvery)).then(() =>
			this.#tellPlace(),
		);
	}

	async #tellPlace(): Promise<void> {
		this.#telling = null;
		if (this.#isStopped || this.#connection.state !== 'live') return;
		await this.#fetch(`${this.#parts.address}/plek`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ tab: this.#parts.tab, place: this.#place }),
		}).catch(() => {
			// Nobody misses it: the next move, or the next connection, tells.
		});
	}

	/** Takes over a snapshot that came another way, such as with the page. */
	async take(form: FormState): Promise<void> {
		this.#tell(this.#sync.replace(form), []);
		if (this.#connection.state === 'live') await this.catchUp();
	}

	/** Asks whether anything was missed, and takes over what is there now. Asked again meanwhile, it asks once more. */
	catchUp(): Promise<void> {
		this.#queued ??= this.#asked = this.#asked
			.catch(() => {})
			.then(() => {
				this.#queued = null;
				return this.#ask();
			});
		return this.#queued;
	}

	async #ask(): Promise<void> {
		this.#waiting = [];
		try {
			const answer = await this.#fetch(`${this.#parts.address}/stand`, {
				headers: { 'if-none-match': fingerprint(this.#sync.state) },
				signal: this.#line.signal,
			});
			if (answer.status === 200)
				this.#tell(this.#sync.replace(parseForm<FormState>(await answer.text())), []);
			else if (answer.status !== 304) throw new Error(`No snapshot: ${answer.status}`);
		} finally {
			const waiting = this.#waiting;
			this.#waiting = null;
			for (const delta of waiting) this.#apply(delta);
		}
	}

	async #listen(): Promise<'lost' | 'again' | 'refused'> {
		this.#line = new AbortController();
		const { signal } = this.#line;
		let watch = this.#watch();
		try {
			const answer = await this.#fetch(`${this.#parts.address}?tab=${this.#parts.tab}`, {
				headers: { accept: 'text/event-stream' },
				signal,
			});
			if ([401, 403, 404].includes(answer.status)) return 'refused';
			if (!answer.ok || !answer.body) return 'lost';
			for await (const event of readEvents(answer.body)) {
				clearTimeout(watch);
				watch = this.#watch();
				if (event.name === 'again') return 'again';
				this.#hear(event);
			}
			return 'lost';
		} finally {
			clearTimeout(watch);
			this.#line.abort();
		}
	}

	#hear({ name, data }: StreamEvent): void {
		if (name === 'entries') {
			const delta = parseForm<FormDelta>(data);
			if (this.#waiting) this.#waiting.push(delta);
			else this.#apply(delta);
		} else if (name === 'presence') this.#parts.onpresence?.(JSON.parse(data) as Presence);
		else if (name === 'hello' || name === 'gap' || name === 'anew') {
			const line = this.#line;
			this.catchUp().then(
				() => line.signal.aborted || this.#isLive(),
				() => line.abort(),
			);
			if (name === 'anew') this.#parts.onanew?.();
		}
	}

	#isLive(): void {
		this.#set({ state: 'live' });
		if (this.#place !== null) void this.#tellPlace();
	}

	#apply(delta: FormDelta): void {
		this.#tell(this.#sync.apply(delta), delta.requests);
	}

	#tell(entries: string[], requests: string[]): void {
		if (entries.length + requests.length > 0)
			this.#parts.onform?.(this.#sync.state, entries, requests);
	}

	#set(connection: Connection): void {
		if (connection.state === this.#connection.state) return;
		this.#connection = connection;
		this.#parts.onconnection?.(connection);
	}

	#watch(): ReturnType<typeof setTimeout> {
		return setTimeout(() => this.#line.abort(), silence);
	}

	/** Sleeps until it is woken, at the longest this many milliseconds. */
	#sleep(milliseconds: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}
}
