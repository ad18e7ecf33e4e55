import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	chainWords,
	makeChain,
	startWith,
	type ApiChain,
	type Started,
} from '#tests/support/api-chain.ts';
import { apiClient, type ApiClient } from '#tests/support/api-client.ts';
import { openApiCheck, type OpenApi } from '#tests/support/openapi-check.ts';
import { start, type Running } from './program.ts';
import { freePort } from '../../scripts/support/free-port.ts';

let dataDir: string;
let program: Running | undefined;
let document: OpenApi;
let api: ApiClient;
/** What was sent that the document does not know. */
const unknown: string[] = [];
let started: Started;
let chain: ApiChain;

beforeAll(async () => {
	dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-api-chain-'));
	chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as a user who must be able to enter
	const settings = { DATA_DIR: dataDir, PORT: await freePort() };
	program = await start(settings);
	document = (await (await fetch(`${program.url}/api/v1/openapi.json`)).json()) as OpenApi;
	const check = openApiCheck(document);
	const token = execFileSync(process.execPath, ['scripts/token.ts', '--as', 'procesmanager'], {
		env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	}).trim();
	api = apiClient(program.url, token, (...request) => unknown.push(...check(...request)));
	started = await startWith(api, 'Het Broek', 'Welzijnsorganisatie');
	chain = await makeChain(api, started.id);
});
afterAll(async () => {
	program?.child.kill('SIGTERM');
	await program?.ended;
	rmSync(dataDir, { recursive: true, force: true });
});

describe('a program with a token takes a new neighbourhood through all six steps', () => {
	it('by requests that the served OpenAPI document knows, with bodies that fit it', () => {
		expect(unknown).toEqual([]);
	});

	it('and holds requests against the document that do not fit it', () => {
		const check = openApiCheck(document);
		expect(check('POST', '/nergens', {})).toEqual(['POST /nergens: not in the document']);
		const findings = `/trajecten/${started.id}/bevindingen`;
		expect(check('POST', findings, { kind: 'rumour', text: 1 }).sort()).toEqual([
			`POST ${findings}: kind is none of risk, protective, signal`,
			`POST ${findings}: text is no string`,
			`POST ${findings}: themes is missing`,
		]);
	});

	it('so that the thread runs from what was seen to how the approach goes', async () => {
		const thread = await api.send<object>(
			'GET',
			`/trajecten/${started.id}/draad?kind=approach&id=${chain.approachId}`,
		);
		const told = JSON.stringify(thread);
		for (const id of [chain.agendaItemId, chain.findingId, chain.observationId])
			expect(told).toContain(id);
	});

	it('and the report tells all of it', async () => {
		const report = await api.send<object>('GET', `/trajecten/${started.id}/verslag`);
		const told = JSON.stringify(report);
		// In the list of sources a title loses its full stop.
		for (const words of Object.values(chainWords)) expect(told).toContain(words.replace(/\.$/, ''));
		expect(told).toContain('Raadsbesluit 2026-118');
		expect(told).toContain('Het Broek');
	});
});
