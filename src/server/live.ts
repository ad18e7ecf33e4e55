import pg, { type ClientConfig, type Pool } from 'pg';

const channel = 'wijkagenda';
/** Changes within this many milliseconds travel in one notification. */
const gatherFor = 15;
const retryAfter = 1000;
/** PostgreSQL takes payloads of less than 8,000 bytes. */
const longestPayload = 7900;
/** While the database is away no more than this is kept; its return is a gap to every listener anyway. */
const mostWaiting = 10_000;

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
	const waiting: Message[] = [];
	let sending = false;
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
			for (const message of JSON.parse(payload ?? '[]') as (Message | null)[]) tellAll(message);
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

	async function tell(): Promise<void> {
		timer = null;
		sending = true;
		await send();
		sending = false;
		if (waiting.length > 0 && !stopped) timer = setTimeout(() => void tell(), retryAfter);
	}

	async function send(): Promise<void> {
		while (waiting.length > 0) {
			const { payload, count } = payloadOf(waiting);
			const told = await pool.query('SELECT pg_notify($1, $2)', [channel, payload]).then(
				() => true,
				() => false,
			);
			// What could not be told waits until the database is there again.
			if (!told) break;
			waiting.splice(0, count);
		}
		waiting.splice(0, waiting.length - mostWaiting);
	}

	return {
		publish(message) {
			waiting.push(message);
			if (!sending) timer ??= setTimeout(() => void tell(), gatherFor);
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

/** As many messages as fit in one notification; one that is too long by itself is told as a gap. */
function payloadOf(messages: readonly unknown[]): { payload: string; count: number } {
	const texts: string[] = [];
	let length = 2;
	for (const message of messages) {
		const whole = JSON.stringify(message);
		const text = Buffer.byteLength(whole) + 2 > longestPayload ? 'null' : whole;
		length += Buffer.byteLength(text) + 1;
		if (length > longestPayload) break;
		texts.push(text);
	}
	return { payload: `[${texts.join(',')}]`, count: texts.length };
}
