import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to answer with: JSON, or whatever is done with the response by hand. */
export type Reply = { json: unknown } | ((response: ServerResponse) => void);

export interface SourceServer {
	/** `http://127.0.0.1:1234/` */
	address: URL;
	/** What was asked for, path and question, in order. */
	asked: string[];
	close(): Promise<void>;
}

/** A source on this machine that answers as it is told to; `undefined` is 404. */
export async function sourceServer(
	answer: (path: string, times: number, request: IncomingMessage) => Reply | undefined,
): Promise<SourceServer> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const path = decodeURIComponent(request.url ?? '').replaceAll('+', ' ');
		asked.push(path);
		const reply = answer(path, asked.filter((one) => one === path).length, request);
		if (reply === undefined) response.writeHead(404).end('Not found');
		else if (typeof reply === 'function') reply(response);
		else response.setHeader('content-type', 'application/json').end(JSON.stringify(reply.json));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		address: new URL(`http://127.0.0.1:${port}/`),
		asked,
		close: () =>
			new Promise((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}
