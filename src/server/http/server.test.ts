import http from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { FORM_LIMIT, UPLOAD_LIMIT } from './bodylimit.ts';
import { listen, type Handler, type WebServer } from './server.ts';

let server: WebServer;
let port: string;

beforeEach(async () => {
	port = await freePort();
	server = await listen(readConfig({ PORT: port }));
});
afterEach(() => server.close(0));

async function freePort(): Promise<string> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const address = probe.address();
	await new Promise((resolve) => probe.close(resolve));
	return String(typeof address === 'object' && address ? address.port : 0);
}

/** Sends headers (and no body beyond a few bytes) and gives the answer. */
async function send(path: string, headers: Record<string, string>): Promise<[number, string]> {
	return new Promise((resolve, reject) => {
		const options = { port, host: '127.0.0.1', path, method: 'POST', headers };
		const request = http.request(options, (response) => {
			let text = '';
			response.on('data', (chunk) => (text += chunk));
			response.on('close', () => resolve([response.statusCode ?? 0, text]));
			response.on('end', () => request.destroy());
		});
		request.on('error', reject);
		request.flushHeaders();
	});
}

const accept: Handler = (_, response) => response.end('accepted');

describe('the web server', () => {
	it('asks for patience until there is something to serve', async () => {
		const response = await fetch(`http://127.0.0.1:${port}/`);
		expect(response.status).toBe(503);
		expect(response.headers.get('retry-after')).toBe('2');
	});

	it('says in one sentence that a port is taken', async () => {
		await expect(listen(readConfig({ PORT: port }))).rejects.toThrow(
			`Port ${port} is already in use; stop the other program or choose another port, for example PORT=${Number(port) + 1}.`,
		);
	});

	it('gives the handler the origin and address, whatever the client claims', async () => {
		server.serve((request, response) => response.end(JSON.stringify(request.headers)));
		const [, text] = await send('/', {
			'content-length': '0',
			'x-wijkagenda-host': 'evil.example',
			'x-wijkagenda-address': '6.6.6.6',
			'x-forwarded-for': '6.6.6.6',
		});
		expect(JSON.parse(text)).toMatchObject({
			'x-wijkagenda-protocol': 'http',
			'x-wijkagenda-host': `127.0.0.1:${port}`,
			'x-wijkagenda-address': '127.0.0.1',
		});
	});
});

describe('a request body', () => {
	beforeEach(() => {
		server.serve(accept);
	});

	it.each([
		['/arnhem', FORM_LIMIT, 200],
		['/arnhem', FORM_LIMIT + 1, 413],
		['/arnhem/cijfers/importeren', UPLOAD_LIMIT, 200],
		['/arnhem/cijfers/importeren?/upload', UPLOAD_LIMIT, 200],
		['/arnhem/cijfers/importeren', 500 * 1024 * 1024, 413],
		// Pages whose address ends so because a name in it does: what they read stays in memory.
		['/inloggen/importeren', FORM_LIMIT + 1, 413],
		['/arnhem/cijfers/importeren/importeren', FORM_LIMIT + 1, 413],
		['/arnhem/geitenkamp/2013/bron/importeren', FORM_LIMIT + 1, 413],
		['/api/v1/cijfers/importeren', FORM_LIMIT + 1, 413],
	])('to %s of %d bytes is answered %d', async (path, size, status) => {
		const [answered] = await send(path, { 'content-length': String(size) });
		expect(answered).toBe(status);
	});

	it('that is too large gets a sentence: a page for people, a problem for programs', async () => {
		const large = { 'content-length': String(FORM_LIMIT + 1) };
		const [, page] = await send('/', { ...large, accept: 'text/html' });
		expect(page).toContain('Dit is te groot: hier past hoogstens 1 MB. Er is niets opgeslagen.');
		const [, problem] = await send('/', large);
		expect(JSON.parse(problem)).toMatchObject({ status: 413, title: 'Content Too Large' });
	});

	it('of unknown length is refused where no upload is expected', async () => {
		expect((await send('/', { 'transfer-encoding': 'chunked' }))[0]).toBe(411);
		expect((await send('/a/cijfers/importeren', { 'transfer-encoding': 'chunked' }))[0]).toBe(200);
	});
});

describe('closing the web server', () => {
	it('finishes the request that is busy, and takes no new one', async () => {
		let finish = () => {};
		const arrived = new Promise<void>((resolve) => {
			server.serve((_, response) => {
				finish = () => void response.end('finished');
				resolve();
			});
		});
		const busy = fetch(`http://127.0.0.1:${port}/`);
		await arrived;
		const closed = server.close();
		await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
		finish();
		expect(await (await busy).text()).toBe('finished');
		await closed;
	});

	it('ends live updates and idle connections at once', async () => {
		server.serve((_, response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write('data: x\n\n');
		});
		const headers = { accept: 'text/event-stream' };
		const live = await fetch(`http://127.0.0.1:${port}/`, { headers });
		const from = Date.now();
		await server.close();
		expect(Date.now() - from).toBeLessThan(1000);
		await expect(live.text()).rejects.toThrow();
	});

	it('waits no longer than it is told for a request that never ends', async () => {
		const arrived = new Promise<void>((resolve) => server.serve(() => resolve()));
		const endless = fetch(`http://127.0.0.1:${port}/`).catch(() => 'cut off');
		await arrived;
		const from = Date.now();
		await server.close(200);
		expect(Date.now() - from).toBeLessThan(1500);
		expect(await endless).toBe('cut off');
	});
});
