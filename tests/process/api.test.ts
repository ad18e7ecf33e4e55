import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { serve, type Served } from './served-world.ts';

interface Parameter {
	name: string;
	in: string;
	required: boolean;
}
interface Operation {
	operationId: string;
	parameters: Parameter[];
	responses: Record<string, { headers?: object; content?: object }>;
}
interface Document {
	openapi: string;
	info: { version: string; contact: Record<string, string> };
	servers: { url: string }[];
	paths: Record<string, Record<string, Operation>>;
}

let served: Served;
let document: Document;
let authorization: string;
let base: string;

beforeAll(async () => {
	served = await serve();
	base = `${served.program.url}/api/v1`;
	document = (await (await fetch(`${base}/openapi.json`)).json()) as Document;
	authorization = `Bearer ${await served.signIn(served.world.home.members.process_manager, 'token')}`;
});
afterAll(() => served.stop());

const operations = () =>
	Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
	);

function ask(path: string, init: RequestInit = {}): Promise<Response> {
	return fetch(base + path, {
		redirect: 'manual',
		...init,
		headers: { authorization, 'content-type': 'application/json', ...init.headers },
	});
}

describe('the document', () => {
	it('is valid OpenAPI 3.0', async () => {
		const { valid, errors } = await new Validator().validate(structuredClone(document as never));
		expect(errors ?? []).toEqual([]);
		expect(valid).toBe(true);
		expect(document.openapi).toMatch(/^3\.0\.\d$/);
	});

	it('says which version it is, where it is served, and whom to ask', () => {
		expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(document.servers.map(({ url }) => url)).toEqual([base]);
		expect(Object.keys(document.info.contact).sort()).toEqual(['email', 'name', 'url']);
	});

	it('can be read from any page', async () => {
		const response = await fetch(`${base}/openapi.json`);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('api-version')).toBe(document.info.version);
	});

	it('has paths of lower-case words, without a slash at the end', () => {
		const wrong = Object.keys(document.paths).filter(
			(path) => !/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-zA-Z]+\}))+$/.test(path),
		);
		expect(wrong).toEqual([]);
	});

	it('has query keys in camelCase, and knows every name in a path', () => {
		for (const { path, operation } of operations()) {
			const names = operation.parameters.filter((it) => it.in === 'query').map(({ name }) => name);
			expect(
				names.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name)),
				path,
			).toEqual([]);
			const inPath = operation.parameters.filter((it) => it.in === 'path').map(({ name }) => name);
			expect(inPath.sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, it]) => it).sort()); // prettier-ignore
		}
	});

	it('tells how a file is sent in pieces, which a route of its own takes', () => {
		const pieces = document.paths['/bijlagen/{attachmentId}/delen'];
		expect(Object.keys(pieces ?? {})).toEqual(['head', 'patch', 'delete']);
		expect(pieces?.patch?.parameters.map(({ name }) => name)).toContain('Upload-Offset');
		expect(Object.keys(pieces?.patch?.responses ?? {})).toContain('409');
	});

	it('names every operation once, with its version header and its refusals', () => {
		const ids = operations().map(({ operation }) => operation.operationId);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { operation } of operations())
			for (const [status, response] of Object.entries(operation.responses)) {
				expect(Object.keys(response.headers ?? {}), operation.operationId).toContain('API-Version');
				if (status === '400' || status.endsWith('XX'))
					expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
			}
		expect(operations().every(({ operation }) => '400' in operation.responses)).toBe(true);
	});
});

describe('every answer', () => {
	it(
		'of every operation is told by its status, as JSON, with the version',
		{ timeout: 60_000 },
		async () => {
			const { open } = served.world.filled.home;
			for (const { path, method, operation } of operations()) {
				// One of the operations ends every session, so each comes with its own.
				const own = await served.signIn(served.world.home.members.process_manager, 'token');
				const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
					const table = name.replace(/Id$/, '').replace(/[A-Z]/g, (it) => `_${it.toLowerCase()}`);
					return String(open[table] ?? 'onbekend');
				});
				const response = await ask(address, {
				headers: { authorization: `Bearer ${own}` }, method: method.toUpperCase(), ...(!['get', 'head'].includes(method) && { body: '{}' }) }); // prettier-ignore
				const where = `${operation.operationId} ${response.status}`;
				expect(response.status, where).toBeLessThan(500);
				expect(response.headers.get('api-version'), where).toBe(document.info.version);
				if (response.status === 204) continue;
				expect(response.headers.get('content-type'), where).toBe(
					response.ok ? 'application/json' : 'application/problem+json',
				);
				if (method === 'head') continue;
				const body = (await response.json()) as Record<string, unknown>;
				if (!response.ok) expect(body, where).toMatchObject({ status: response.status, title: expect.any(String), detail: expect.any(String) }); // prettier-ignore
			}
		},
	);

	it('to wrong input names everything that is wrong at once', async () => {
		authorization = `Bearer ${await served.signIn(served.world.home.members.process_manager, 'token')}`;
		const response = await ask('/trajecten', { method: 'POST', body: '{"startYear":"x"}' });
		expect(response.status).toBe(400);
		const { errors } = (await response.json()) as { errors: { location: { path: string } }[] };
		expect(errors.map(({ location }) => location.path).sort()).toEqual(['areaName', 'endYear', 'startYear']); // prettier-ignore
	});

	it.each([
		['in what is asked', 'TABLE', 'organisation'],
		['before anything is asked', 'FUNCTION', 'find_session'],
	])(
		'to an error that nobody foresaw, %s, is a problem with a number and nothing more',
		async (_, kind, name) => {
			const { process_manager } = served.world.home.members;
			const own = await served.signIn(process_manager, 'token');
			await sqlAsOwner(served.owner, `ALTER ${kind} ${name} RENAME TO ${name}_away`);
			try {
				const headers = { authorization: `Bearer ${own}` };
				const response = await ask('/organisaties', { headers });
				expect(response.status).toBe(500);
				expect(response.headers.get('content-type')).toBe('application/problem+json');
				const body = (await response.json()) as Record<string, unknown>;
				expect(body).toMatchObject({ code: 'unexpected', instance: '/api/v1/organisaties' });
				expect(JSON.stringify(body)).not.toMatch(/relation|function|find_session|select/i);
				expect(served.program.output()).toContain(`[${String(body.id)}] GET`);
			} finally {
				await sqlAsOwner(served.owner, `ALTER ${kind} ${name}_away RENAME TO ${name}`);
			}
		},
	);

	it.each([
		['what is no JSON', '/trajecten', { method: 'POST', body: '{' }, 400],
		['a path that is not there', '/trajectjes', {}, 404],
		['a slash at the end', '/trajecten/', {}, 404],
		['a method that is not there', '/trajecten', { method: 'DELETE' }, 405],
		['no token', '/organisaties', { headers: { authorization: '' } }, 401],
	] as const)('to %s is a problem with its own status', async (_, path, init, status) => {
		const response = await ask(path, init);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		if (status === 405) expect(response.headers.get('allow')).toMatch(/GET/);
	});
});
