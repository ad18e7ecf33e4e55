import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, start, type Running } from './program.ts';

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
		expect((await post(PUBLIC_URL)).status).toBe(404);
	});
	it('a form from elsewhere is refused, whatever its headers say', async () => {
		expect((await post('https://evil.example')).status).toBe(403);
		const forged = { 'x-wijkagenda-host': 'evil.example', 'x-forwarded-host': 'evil.example' };
		expect((await post('https://evil.example', forged)).status).toBe(403);
	});
});
