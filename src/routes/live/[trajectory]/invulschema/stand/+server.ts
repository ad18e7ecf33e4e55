import { formState } from '#features/analysis/form-live.queries.server.ts';
import { fingerprint } from '#features/analysis/form-sync.ts';
import { theProgram } from '#kernel/program.server.ts';
import { asAnswer } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** What the form holds now for this reader; nothing but "not modified" when that is what they hold already. */
export const GET: RequestHandler = ({ params, locals, request, url }) =>
	asAnswer({ locals, url }, async () => {
		const { kernel } = theProgram();
		const form = await kernel.ask(locals.actor, formState, { trajectoryId: params.trajectory });
		const etag = fingerprint(form);
		const headers = { etag, 'cache-control': 'private, no-store' };
		if (request.headers.get('if-none-match') === etag)
			return new Response(null, { status: 304, headers });
		return new Response(JSON.stringify(form), {
			headers: { ...headers, 'content-type': 'application/json' },
		});
	});
