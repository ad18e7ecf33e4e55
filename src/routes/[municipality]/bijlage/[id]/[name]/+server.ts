import { attachmentResponse } from '#features/evidence/attachment-response.server.ts';
import { attachmentFile } from '#features/evidence/attachment.queries.server.ts';
import type { RequestHandler } from './$types';

/** A photo, film or document as it is kept. Asked for anew at every request: rights may have changed since. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const file = await locals.ask(attachmentFile, { attachmentId: params.id, name: params.name });
	return attachmentResponse(request, params, file);
};
