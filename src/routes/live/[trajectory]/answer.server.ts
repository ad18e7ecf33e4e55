import type { RequestEvent } from '@sveltejs/kit';
import { Failure } from '#kernel/failure.ts';
import { problemBody } from '#kernel/problem.server.ts';

/** Answers a script of ours: an expected failure as problem details, where a page would be sent elsewhere. */
export async function asAnswer(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	work: () => Promise<Response>,
): Promise<Response> {
	try {
		return await work();
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		return new Response(JSON.stringify(problemBody(failure, locals.language, url.pathname)), {
			status: failure.status,
			headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
		});
	}
}
