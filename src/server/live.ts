import pg, { type ClientConfig, type Pool } from 'pg';

const channel = 'wijkagenda';
/** Changes within this many milliseconds travel in one notification. */
const gatherFor = 15;
const retryAfter = 1000;

export interface Live<Message> {
	/** Tells every copy of the program. Best effort: a listener that missed something reads the page again. */
	publish(message: Message): void;
	/** Calls `listener` for every message, from any copy, and with null after a gap in which messages may be lost. */
	listen(listener: (message: Message | null) => void): () => void;
	stop(): Promise<void>;
}

/**
 * Live messages between copies of the program over PostgreSQL's LISTEN and NOTIFY. Notifications are sent after the
 * commit, gathered, by their own statement: a NOTIFY inside every transaction would make all commits wait for one lock.
 */
export function createLive<Message>(pool: Pool, connection: ClientConfig): Live<Message> {
	const listeners = new Set<(message: Message | null) => void>();
	let waiting: Message[] = [];
	let timer: NodeJS.Timeout | null = null;
	let client: pg.Client | null = null;
	let stopped = false;

	function tellAll(message: Message | null): void {
		for (const listener of listeners) listener(message);
	}

	async function connect(): Promise<void> {
		const fresh = new pg.Client(connection);
		fresh.on('error', () => reconnect(fresh));
		fresh.on('end', () => reconnect(fresh));
		fresh.on('notification', ({ payload }) => {
			for (const message of JSON.parse(payload ?? '[]') as Message[]) tellAll(message);
		});
		try {
			await fresh.connect();
			await fresh.query(`LISTEN ${channel}`);
			client = fresh;
		} catch {
			reconnect(fresh);
		}
	}

	const gone = new WeakSet<pg.Client>();
	function reconnect(lost: pg.Client): void {
		if (gone.has(lost)) return;
		gone.add(lost);
		client = null;
		lost.end().catch(() => {});
		if (stopped) return;
		setTimeout(async () => {
			if (stopped) return;
			await connect();
			tellAll(null);
		}, retryAfter).unref();
	}

	async function send(): Promise<void> {
		timer = null;
		const messages = waiting;
		waiting = [];
		// A payload holds 8,000 bytes at most.
		for (let at = 0; at < messages.length; at += 20) {
			const payload = JSON.stringify(messages.slice(at, at + 20));
			await pool.query('SELECT pg_notify($1, $2)', [channel, payload]).catch(() => {});
		}
	}

	return {
		publish(message) {
			waiting.push(message);
			timer ??= setTimeout(send, gatherFor);
		},
		listen(listener) {
			if (listeners.size === 0 && !client) void connect();
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async stop() {
			stopped = true;
			if (timer) clearTimeout(timer);
			await client?.end().catch(() => {});
		},
	};
}
