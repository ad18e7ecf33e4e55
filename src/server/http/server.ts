import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { refuseLargeBody } from './bodylimit.ts';
import { setOrigin } from './origin.ts';

/** A request handler in the manner of Connect; SvelteKit's is one. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void,
) => unknown;

/** The listening server. */
export type WebServer = {
	/** from now on requests go to this handler; until then they are answered 503 */
	serve(handler: Handler): void;
	/** stops accepting, ends idle and live connections, waits for requests that are busy */
	close(patience?: number): Promise<void>;
};

/**
 * Listens on the configured host and port.
 * Throws an Error whose message is a sentence when that is impossible, such as a port in use.
 */
export async function listen(config: Config): Promise<WebServer> {
	let handler: Handler = notReady;
	const busy = new Set<ServerResponse>();
	const server = http.createServer({
		headersTimeout: 15_000,
		requestTimeout: 10 * 60_000, // an upload of 200 MB over a slow line
		keepAliveTimeout: 65_000, // longer than the usual 60 s of a reverse proxy
		maxHeaderSize: 32 * 1024,
	});
	server.on('request', (request, response) => {
		busy.add(response);
		response.once('close', () => busy.delete(response));
		if (refuseLargeBody(request, response)) return;
		setOrigin(request, config);
		handler(request, response, () => response.writeHead(404).end());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, config)));
		server.listen(config.port, config.host, resolve);
	});
	return {
		serve: (next) => (handler = next),
		close: (patience = 5000) => close(server, busy, patience),
	};
}

async function close(
	server: http.Server,
	busy: Set<ServerResponse>,
	patience: number,
): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	for (const response of busy) {
		if (isLive(response)) response.destroy();
		else if (!response.headersSent) response.setHeader('connection', 'close');
	}
	server.closeIdleConnections();
	const sweep = setInterval(() => server.closeIdleConnections(), 50);
	const force = setTimeout(() => server.closeAllConnections(), patience);
	await closed;
	clearInterval(sweep);
	clearTimeout(force);
}

/** A stream of live updates never ends by itself; the browser connects again by itself. */
function isLive(response: ServerResponse): boolean {
	const kinds = [response.getHeader('content-type'), response.req.headers.accept];
	return kinds.some((kind) => String(kind ?? '').startsWith('text/event-stream'));
}

const notReady: Handler = (_, response) => {
	response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain;charset=utf-8' });
	response.end('Wijkagenda start; probeer het zo nog eens. / Wijkagenda is starting; try again.\n');
};

function explain(error: NodeJS.ErrnoException, { host, port }: Config): Error {
	const sentences: Record<string, string> = {
		EADDRINUSE: `Port ${port} is already in use; stop the other program or choose another port, for example PORT=${port + 1}.`,
		EACCES: `Port ${port} may not be used by this user; choose a port above 1023, for example PORT=3000.`,
		EADDRNOTAVAIL: `This machine has no address ${host}; set HOST to one it has, for example 127.0.0.1.`,
		ENOTFOUND: `The host name ${host} is not known; set HOST to an address of this machine, for example 127.0.0.1.`,
	};
	return new Error(sentences[error.code ?? ''] ?? `Cannot listen: ${error.message}.`, {
		cause: error,
	});
}
