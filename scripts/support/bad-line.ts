import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** What can go wrong with one request, as it does on a phone that moves between cells. */
const faults = [
	'dropped',
	'cut_request',
	'answer_lost',
	'answer_cut',
	'repeated',
	'delayed',
] as const;
export type Fault = (typeof faults)[number];

export interface BadLine {
	/** Where to come in, instead of at the program itself. */
	url: string;
	/** How often each went wrong, and how many requests there were to the API. */
	counts: Record<Fault | 'requests', number>;
	close(): Promise<void>;
}

export interface BadLineOptions {
	/** Which part of the requests to the API goes wrong, from 0 to 1. */
	share: number;
	/** From 0 up to 1; a test gives one with a seed. */
	random: () => number;
	/** Changes pages and scripts on the way, for a program that is newer than the one that runs. */
	rewrite?: (text: string) => string;
}

/** A connection to a program that fails in every way a connection can; pages and their files come through whole. */
export async function startBadLine(target: string, options: BadLineOptions): Promise<BadLine> {
	const counts = { requests: 0, dropped: 0, cut_request: 0, answer_lost: 0, answer_cut: 0, repeated: 0, delayed: 0 }; // prettier-ignore
	const server = http.createServer((request, response) => {
		void carry(request, response).catch(() => response.destroy());
	});

	async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await bodyOf(request);
		const isApi = request.url?.startsWith('/api/') ?? false;
		if (isApi) counts.requests += 1;
		const fault =
			isApi && options.random() < options.share
				? faults[Math.floor(options.random() * faults.length)]
				: undefined;
		if (fault) counts[fault] += 1;
		if (fault === 'dropped') return void response.destroy();
		if (fault === 'cut_request') {
			await forward(target, request, body.subarray(0, body.length / 2), body.length);
			return void response.destroy();
		}
		if (fault === 'delayed') await sleep(options.random() * 40);
		if (fault === 'repeated') await forward(target, request, body, body.length);
		const answer = await forward(target, request, body, body.length);
		if (fault === 'answer_lost' || !answer) return void response.destroy();
		if (options.rewrite) rewriteText(answer, options.rewrite);
		response.writeHead(answer.status, answer.headers);
		if (fault !== 'answer_cut') return void response.end(answer.body);
		response.write(answer.body.subarray(0, answer.body.length / 2));
		// Long enough for what was written to leave; then the line is gone.
		await sleep(2);
		response.destroy();
	}

	const port = Number(await freePort());
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		url: `http://localhost:${port}`,
		counts,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

interface Answer {
	status: number;
	headers: http.OutgoingHttpHeaders;
	body: Buffer;
}

function rewriteText(answer: Answer, rewrite: (text: string) => string): void {
	if (!/html|javascript/.test(String(answer.headers['content-type']))) return;
	answer.body = Buffer.from(rewrite(answer.body.toString()));
	answer.headers['content-length'] = String(answer.body.length);
	delete answer.headers.etag;
}

const agent = new http.Agent({ keepAlive: true });

/** Sends a request on; null when fewer bytes were sent than were announced, after which there is no answer. */
function forward(
	target: string,
	request: IncomingMessage,
	body: Buffer,
	announced: number,
): Promise<Answer | null> {
	const isWhole = body.length === announced;
	return new Promise((resolve, reject) => {
		const headers = { ...request.headers, 'accept-encoding': 'identity' };
		if (announced > 0) headers['content-length'] = String(announced);
		const onward = http.request(
			new URL(request.url ?? '/', target),
			{ method: request.method, headers, agent: isWhole ? agent : false },
			(answer) => {
				bodyOf(answer).then(
					(read) =>
						resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }),
					reject,
				);
			},
		);
		onward.on('error', (error) => (isWhole ? reject(error) : resolve(null)));
		if (isWhole) return onward.end(body);
		onward.write(body, () => setTimeout(() => onward.destroy(), 2));
	});
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32, T. Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
