import type { Language } from '#locales/messages.ts';
import type { Actor } from './actor.ts';
import type { ApiRoutes, Endpoint } from './api-routes.server.ts';
import { Failure, notFound } from './failure.ts';
import type { Kernel } from './kernel.server.ts';
import { problemBody } from './problem.server.ts';
import { logUnexpected } from './unexpected.server.ts';

export const apiVersion = '1.0.0';

/** The largest JSON body that is read, in bytes. Files come in elsewhere. */
const largestBody = 1_000_000;

/** Answers one request to the API. Failures become problem details; of unexpected ones only a number is told. */
export async function answerApi(
	kernel: Kernel,
	routes: ApiRoutes,
	actor: Actor,
	request: Request,
	path: string,
): Promise<Response> {
	try {
		const match = routes.match(request.method, path);
		if (!match) throw notFound();
		if ('allowed' in match) return methodNotAllowed(match.allowed, actor, path);
		return await carryOut(kernel, match.endpoint, match.params, actor, request);
	} catch (failure) {
		if (failure instanceof Failure) return problem(failure, actor.language, path);
		return answerUnexpected(failure, actor.language, request.method, path);
	}
}

/**
 * Answers a request that failed for a reason nobody foresaw: a problem with the number under which the error stands in
 * the log, and nothing of the error itself. `path` is the path below `/api/v1`.
 */
export function answerUnexpected(
	error: unknown,
	language: Language,
	method: string,
	path: string,
): Response {
	const id = logUnexpected(error, method, `/api/v1${path}`);
	return problem(new Failure('unexpected', 500), language, path, { id });
}

async function carryOut(
	kernel: Kernel,
	endpoint: Endpoint,
	params: Record<string, string>,
	actor: Actor,
	request: Request,
): Promise<Response> {
	if (endpoint.kind === 'query') {
		const input = { ...readSearch(new URL(request.url)), ...params };
		return json(await kernel.ask(actor, endpoint, input), 200);
	}
	const input = { ...(await readBody(request)), ...params };
	const output = await kernel.run(
		actor,
		endpoint,
		input,
		request.headers.get('idempotency-key') ?? undefined,
	);
	return json(output, request.method === 'POST' ? 201 : 200);
}

function readSearch(url: URL): Record<string, unknown> {
	const input: Record<string, unknown> = {};
	for (const name of new Set(url.searchParams.keys())) {
		const values = url.searchParams.getAll(name);
		input[name] = values.length > 1 ? values : values[0];
	}
	return input;
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
	const text = await request.text().catch(() => {
		// Whoever sent it is gone, in a tunnel for instance: nothing is wrong here.
		throw new Failure('request.broken_off', 400);
	});
	if (text.length > largestBody) throw new Failure('request_too_large', 413);
	if (text === '') return {};
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value))
			return value as Record<string, unknown>;
	} catch {
		// Told below: to the one who asked it is the same mistake.
	}
	throw new Failure('request.not_json', 400);
}

function json(value: unknown, status: number): Response {
	return new Response(JSON.stringify(value), {
		status,
		headers: { ...apiHeaders, 'content-type': 'application/json' },
	});
}

/** A named failure as problem details. `path` is the path below `/api/v1`. */
export function problem(
	failure: Failure,
	language: Language,
	path: string,
	more?: { id: string },
): Response {
	const body = { ...problemBody(failure, language, `/api/v1${path}`), ...more };
	return new Response(JSON.stringify(body), {
		status: failure.status,
		headers: {
			...apiHeaders,
			'content-type': 'application/problem+json',
			...(failure.status === 401 && { 'www-authenticate': 'Bearer' }),
		},
	});
}

function methodNotAllowed(allowed: string[], actor: Actor, path: string): Response {
	const response = problem(new Failure('method_not_allowed', 405), actor.language, path);
	response.headers.set('allow', allowed.join(', '));
	return response;
}

/** NLGov REST API Design Rules: the version, and no caching of what depends on who asks. */
export const apiHeaders = { 'API-Version': apiVersion, 'cache-control': 'no-store' };
