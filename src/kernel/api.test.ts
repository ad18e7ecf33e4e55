import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import type { Visitor } from './actor.ts';
import { answerApi } from './api.server.ts';
import { apiRoutes } from './api-routes.server.ts';
import type { Kernel } from './kernel.server.ts';
import { command, type AnyCommand } from './command.server.ts';
import { nothing, query, type AnyQuery } from './query.server.ts';

const asked = query({
	name: 'thing.read',
	summary: 'Reads a thing.',
	http: { method: 'GET', path: '/dingen' },
	input: v.object({}),
	subject: nothing,
	allow: () => true,
	run: async () => ({}),
});
const visitor: Visitor = { kind: 'visitor', municipalityId: null, language: 'en', address: '::1' };
const broken = new Error('relation "thing" does not exist, password=hunter2');

afterEach(() => vi.restoreAllMocks());

it('tells of an unexpected error only the number under which the log has it', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const kernel: Pick<Kernel, 'ask'> = { ask: () => Promise.reject(broken) };
	const request = new Request('http://localhost/api/v1/dingen');
	const response = await answerApi(
		kernel as Kernel,
		apiRoutes([], [asked as unknown as AnyQuery]),
		visitor,
		request,
		'/dingen',
	);

	expect(response.status).toBe(500);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
	const text = await response.text();
	const body = JSON.parse(text) as { id: string };
	expect(body).toMatchObject({ status: 500, code: 'unexpected', instance: '/api/v1/dingen' });
	expect(text).not.toContain('thing"');
	expect(text).not.toContain('hunter2');
	expect(log.mock.calls.join()).toContain(`[${body.id}] GET /api/v1/dingen\nError: relation`);
});

const made = command({
	name: 'thing.add',
	summary: 'Adds a thing.',
	http: { method: 'POST', path: '/dingen' },
	input: v.object({}),
	subject: nothing,
	allow: () => true,
	run: async () => ({}),
});

it('says nothing in the log of a request that broke off: phones do that all day', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const body = new ReadableStream({ pull: (it) => it.error(new Error('aborted')) });
	const request = new Request('http://localhost/api/v1/dingen', {
		method: 'POST',
		body,
		duplex: 'half',
	} as RequestInit);
	const routes = apiRoutes([made as unknown as AnyCommand], []);
	const response = await answerApi({} as Kernel, routes, visitor, request, '/dingen');

	expect(response.status).toBe(400);
	expect(await response.json()).toMatchObject({ code: 'request.broken_off' });
	expect(log).not.toHaveBeenCalled();
});
