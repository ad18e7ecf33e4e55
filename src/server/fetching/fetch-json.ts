import { setTimeout as pause } from 'node:timers/promises';
import { FetchError, type FetchProblem } from './fetch-error.ts';
import { addressWithin } from './source-address.ts';

/** What fetching leans on of the world, so that tests need not wait. */
export interface FetchTools {
	fetch: typeof fetch;
	/** Rejects when the signal aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** From 0 up to 1. */
	random(): number;
	/** Milliseconds since 1970: for `Retry-After` with a date. */
	now(): number;
}

/** How patient to be. Times in milliseconds. */
export interface Patience {
	/** How often one address is tried. */
	attempts: number;
	/** The wait after the first failure; it doubles, up to `longestWait`, and half of it is chance. */
	firstWait: number;
	longestWait: number;
	/** The longest wait that a source may ask for (`Retry-After`). */
	longestRetryAfter: number;
	/** How long nothing may come. */
	silence: number;
	/** In bytes, unpacked. */
	largest: number;
}

export const PATIENCE: Patience = {
	attempts: 6,
	firstWait: 1000,
	longestWait: 60_000,
	longestRetryAfter: 300_000,
	silence: 60_000,
	largest: 256 * 1024 * 1024,
};

export const fetchTools: FetchTools = {
	fetch: (...asked) => fetch(...asked),
	sleep: (milliseconds, signal) => pause(milliseconds, undefined, signal && { signal }),
	random: Math.random,
	now: Date.now,
};

export interface FetchOptions {
	tools?: FetchTools;
	patience?: Partial<Patience>;
	/** Aborts it all, with `cancelled`. */
	signal?: AbortSignal;
}

/** An answer as it came, and what it holds. */
export interface JsonAnswer {
	bytes: Uint8Array;
	json: unknown;
}

/** Worth another try: it may go better later. */
class Passing extends Error {
	readonly problem: FetchProblem;
	readonly status: number | null;
	/** What the source asked for, in milliseconds. */
	readonly retryAfter: number | null;
	constructor(
		problem: FetchProblem,
		status: number | null,
		retryAfter: number | null,
		cause?: unknown,
	) {
		super(problem, { cause });
		this.problem = problem;
		this.status = status;
		this.retryAfter = retryAfter;
	}
}

/**
 * Gets JSON from an address. What may pass (no connection, silence, an answer cut off half-way, 408, 429, 5xx) is tried
 * again after a wait that doubles and half of which is chance, or after what `Retry-After` asks (RFC 9110, 10.2.3).
 * Redirects are followed within the host only. Throws `FetchError`.
 */
export async function fetchJson(address: URL, options: FetchOptions = {}): Promise<JsonAnswer> {
	const tools = options.tools ?? fetchTools;
	const patience = { ...PATIENCE, ...options.patience };
	for (let attempt = 1; ; attempt += 1) {
		throwIfCancelled(address, options.signal);
		try {
			return await once(address, tools, patience, options.signal);
		} catch (error) {
			throwIfCancelled(address, options.signal);
			if (!(error instanceof Passing)) throw error;
			const { problem, status, cause } = error;
			if (attempt >= patience.attempts) throw new FetchError(problem, address, { status, cause });
			const asked = error.retryAfter;
			// A source that asks for an hour is told to the person instead of waited for.
			if (asked !== null && asked > patience.longestRetryAfter)
				throw new FetchError('busy', address, { status, cause });
			const wait = asked ?? backOff(attempt, patience, tools.random());
			await tools.sleep(wait, options.signal).catch(() => {});
		}
	}
}

function backOff(attempt: number, { firstWait, longestWait }: Patience, chance: number): number {
	const full = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
	return full / 2 + (full / 2) * chance;
}

function throwIfCancelled(address: URL, signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new FetchError('cancelled', address);
}

const MOST_REDIRECTS = 3;

async function once(
	address: URL,
	tools: FetchTools,
	patience: Patience,
	signal: AbortSignal | undefined,
): Promise<JsonAnswer> {
	const stop = new AbortController();
	let isSilent = false;
	const silence = setTimeout(() => {
		isSilent = true;
		stop.abort();
	}, patience.silence);
	const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
	try {
		const response = await follow(address, tools, both);
		const bytes = await readBody(address, response, patience.largest, () => silence.refresh());
		if (!response.ok) throw refusal(address, response, bytes, tools.now());
		return { bytes, json: parse(address, response, bytes) };
	} catch (error) {
		if (error instanceof FetchError || error instanceof Passing) throw error;
		throw new Passing(isSilent ? 'too_slow' : 'unreachable', null, null, error);
	} finally {
		clearTimeout(silence);
	}
}

async function follow(address: URL, tools: FetchTools, signal: AbortSignal): Promise<Response> {
	let at = address;
	for (let steps = 0; steps <= MOST_REDIRECTS; steps += 1) {
		const response = await tools.fetch(at, {
			redirect: 'manual',
			signal,
			headers: { accept: 'application/json', 'user-agent': 'Wijkagenda' },
		});
		const location = response.headers.get('location');
		if (response.status < 300 || response.status >= 400 || location === null) return response;
		await response.body?.cancel();
		at = addressWithin(address, location, at);
	}
	throw new FetchError('in_circles', address);
}

async function readBody(
	address: URL,
	response: Response,
	largest: number,
	onChunk: () => void,
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		onChunk();
		length += chunk.length;
		if (length > largest) throw new FetchError('too_large', address);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function refusal(address: URL, response: Response, body: Uint8Array, now: number): Error {
	const { status } = response;
	if (status === 404 || status === 410) return new FetchError('not_found', address, { status });
	const start = Buffer.from(body.subarray(0, 4096)).toString();
	if (/more than \d+ records/i.test(start))
		return new FetchError('too_many_records', address, { status });
	const isPassing = status === 408 || status === 429 || status >= 500;
	if (!isPassing) return new FetchError('refused', address, { status });
	const problem = status === 429 || status === 503 ? 'busy' : 'failing';
	return new Passing(problem, status, retryAfter(response.headers.get('retry-after'), now));
}

/** `Retry-After` in milliseconds: a number of seconds or a date (RFC 9110, 10.2.3); null when it says nothing. */
export function retryAfter(written: string | null, now: number): number | null {
	if (written === null) return null;
	if (/^\d+$/.test(written.trim())) return Number(written) * 1000;
	const date = Date.parse(written);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function parse(address: URL, response: Response, bytes: Uint8Array): unknown {
	const text = new TextDecoder().decode(bytes);
	try {
		return JSON.parse(text);
	} catch (error) {
		const { status } = response;
		// A log-in or error page does not become JSON by asking again; half an answer may.
		if (!/^\s*[[{]/.test(text)) throw new FetchError('not_json', address, { status });
		throw new Passing('cut_off', status, null, error);
	}
}
