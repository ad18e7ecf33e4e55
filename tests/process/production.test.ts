import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start, type Running } from './program.ts';
import { freePort } from '../../scripts/support/free-port.ts';

let dataDir: string;
let program: Running;
const PUBLIC_URL = 'https://wijkagenda.example.nl';

beforeAll(async () => {
	dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-production-'));
	chmodSync(dataDir, 0o755);
	program = await start({
		NODE_ENV: 'production',
		DATA_DIR: dataDir,
		PORT: await freePort(),
		PUBLIC_URL,
		// Nothing listens there: no mail leaves this test.
		SMTP_URL: 'smtp://127.0.0.1:9',
		MAIL_FROM: 'wijkagenda@example.nl',
	});
});
afterAll(async () => {
	program.child.kill('SIGTERM');
	await program.ended;
	rmSync(dataDir, { recursive: true });
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
	const headers = { origin: PUBLIC_URL, ...init.headers };
	return fetch(program.url + path, { redirect: 'manual', ...init, headers });
}

const membershipId = '7d06ff5d-e935-5ce3-b812-12c7f89895aa';
const json = (body: object) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }); // prettier-ignore
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) }); // prettier-ignore

it.each([
	['the outbox', '/postvak', {}],
	['the style guide', '/stijlgids', {}],
	['the form of the style guide', '/stijlgids?/example', form({ name: 'a', size: 'b' })],
	['a persona by the form', '/inloggen?/persona', form({ membershipId })],
	['a persona by the API', '/api/v1/voorbeeldsessies', json({ membershipId, session: 'A'.repeat(43) })], // prettier-ignore
	['the list of personas', '/api/v1/voorbeeldsessies', {}],
])('there is no way in by what is for trying out: %s', async (_, path, init) => {
	const response = await ask(path, init);
	expect([403, 404]).toContain(response.status);
	expect(response.headers.getSetCookie()).toEqual([]);
});

it('no persona is offered and no municipality was made', async () => {
	expect(await (await ask('/inloggen')).text()).not.toContain('membershipId');
	expect(await (await ask('/api/v1/gemeenten')).json()).toEqual([]);
});

it('browsers come back over https only', async () => {
	const { headers } = await ask('/');
	expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
});

it('an error that nobody expected shows nothing of the inside', async () => {
	const body = await (await ask('/inloggen?/request', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } })).text(); // prettier-ignore
	expect(body).not.toMatch(/node_modules|TypeError|at .*\.ts:/);
});
