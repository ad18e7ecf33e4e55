import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, type Running } from './program.ts';
import { freePort } from '../../scripts/support/free-port.ts';

let dataDir: string;
let program: Running;
const PUBLIC_URL = 'https://wijkagenda.example.nl';

beforeAll(async () => {
	dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-web-'));
	chmodSync(dataDir, 0o755);
	program = await start({ DATA_DIR: dataDir, PORT: await freePort(), PUBLIC_URL });
});
afterAll(async () => {
	program.child.kill('SIGTERM');
	await program.ended;
	rmSync(dataDir, { recursive: true });
});

function post(origin: string, headers: Record<string, string> = {}): Promise<Response> {
	return fetch(`${program.url}/no-such-page`, {
		method: 'POST',
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: 'a=1',
		redirect: 'manual',
	});
}

describe('behind a reverse proxy that speaks plain http to the program', () => {
	it('a form from PUBLIC_URL is accepted', async () => {
		// Past the check of where it comes from, there is no such form.
		expect([404, 405]).toContain((await post(PUBLIC_URL)).status);
	});
	it('a form from elsewhere is refused, whatever its headers say', async () => {
		expect((await post('https://evil.example')).status).toBe(403);
		const forged = { 'x-wijkagenda-host': 'evil.example', 'x-forwarded-host': 'evil.example' };
		expect((await post('https://evil.example', forged)).status).toBe(403);
	});
});

describe('what every browser asks for', () => {
	it('the sign of the page in its tab is there', async () => {
		const page = await (await fetch(`${program.url}/inloggen`)).text();
		const address = /<link rel="icon" href="([^"]+)"/.exec(page)?.[1] ?? '';
		const icon = await fetch(new URL(address, `${program.url}/inloggen`));
		expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
	});
});

describe('a request that no browser of ours sends', () => {
	const form = 'application/x-www-form-urlencoded';
	it.each([
		['GET', '/%00', undefined, ''],
		['GET', '/inloggen?gemeente=%00', undefined, ''],
		['GET', '/arnhem/%00/2007', undefined, ''],
		['GET', '/arnhem/gebieden/%00', undefined, ''],
		['GET', '/arnhem/gebieden?zoek=%00', undefined, ''],
		['GET', '/inloggen/%00', undefined, ''],
		['GET', '/live/%00', undefined, ''],
		['GET', '/%ff', undefined, ''],
		['GET', '/taal/nl?terug=/..//evil.example', undefined, ''],
		['GET', '/inloggen?terug=/.//evil.example', undefined, ''],
		['POST', '/inloggen?/request', 'multipart/form-data; boundary=x', 'no parts'],
		['POST', '/inloggen?/request', 'multipart/form-data', 'no boundary'],
		['POST', '/inloggen?/persona', 'multipart/form-data; boundary=x', 'no parts'],
		['POST', '/inloggen?/request', form, '__proto__[]=x&constructor[]=y&email.length=4294967295'],
		['POST', '/inloggen?/request', form, 'email=a%0d%0aBcc:b@c.nl'],
		['POST', '/api/v1/inlogverzoeken', 'application/json', '{"email":"a\\u0000@b.nl"}'],
	])('gets an answer that stays here: %s %s %s %s', async (method, path, type, body) => {
		const response = await fetch(program.url + path, {
			method,
			headers: { origin: PUBLIC_URL, ...(type && { 'content-type': type }) },
			redirect: 'manual',
			...(body && { body }),
		});
		expect(response.status).toBeLessThan(500);
		expect(response.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
	});
});
