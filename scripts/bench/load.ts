import http from 'node:http';
import { workPerSecond } from './rates.ts';

export interface Call {
	method: string;
	path: string;
	headers: Record<string, string>;
	body?: string;
}

export interface Load {
	url: string;
	clients: number;
	seconds: number;
	/** The next request; called once for each. */
	call: () => Call;
	/** The status that counts as an answer. */
	expect: number;
}

/**
 * Asks as fast as a number of clients can, each with one request under way on a connection of its own. Gives answers
 * per second after a second of warming up. Throws at the first answer with another status.
 */
export async function perSecond({ url, clients, seconds, call, expect }: Load): Promise<number> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
	const work = async () => {
		const { status, text } = await send(url, agent, call());
		if (status !== expect)
			throw new Error(`Expected ${expect}, got ${status}: ${text.slice(0, 300)}`);
	};
	try {
		return await workPerSecond(clients, seconds, async () => ({ work, end: () => {} }));
	} finally {
		agent.destroy();
	}
}

/** One request and its answer, read to the end. */
export function send(
	url: string,
	agent: http.Agent,
	call: Call,
): Promise<{ status: number; text: string }> {
	return new Promise((resolve, reject) => {
		const headers = { ...call.headers };
		if (call.body !== undefined) headers['content-length'] = String(Buffer.byteLength(call.body));
		const request = http.request(
			new URL(call.path, url),
			{ method: call.method, headers, agent },
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
				);
				response.on('error', reject);
			},
		);
		request.on('error', reject);
		request.end(call.body);
	});
}

/** The median milliseconds of doing something a number of times, one after another, after a few to warm up. */
export async function medianMilliseconds(
	times: number,
	work: () => Promise<unknown>,
): Promise<number> {
	for (let at = 0; at < Math.min(5, times); at += 1) await work();
	const taken: number[] = [];
	for (let at = 0; at < times; at += 1) {
		const began = performance.now();
		await work();
		taken.push(performance.now() - began);
	}
	taken.sort((a, b) => a - b);
	return taken[Math.floor(taken.length / 2)] ?? 0;
}
