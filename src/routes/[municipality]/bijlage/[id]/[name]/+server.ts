import { attachmentFile } from '#features/evidence/attachment.queries.server.ts';
import { serveFile } from '#server/http/serve-file.server.ts';
import type { RequestHandler } from './$types';

/** A photo, film or document as it is kept. Asked for anew at every request: rights may have changed since. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const file = await locals.ask(attachmentFile, { attachmentId: params.id, name: params.name });
	return serveFile(request, {
		location: file.location,
		size: file.size,
		mediaType: file.mediaType,
		fingerprint: `${params.id}-${params.name}`,
		// Only what a browser shows by itself; a document is given to keep, and never opened within our pages.
		download: file.mediaType === 'application/pdf' ? `${file.kind}.pdf` : null,
	});
};
