import { attachmentResponse } from '#features/evidence/attachment-response.server.ts';
import { waitingFile } from '#features/evidence/second-reading.queries.server.ts';
import type { RequestHandler } from './$types';

/** The same for a second reader, as long as the source that it belongs to waits. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const file = await locals.ask(waitingFile, { attachmentId: params.id, name: params.name });
	return attachmentResponse(request, params, file);
};
