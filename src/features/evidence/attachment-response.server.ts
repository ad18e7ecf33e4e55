import { serveFile } from '#server/http/serve-file.server.ts';

interface FoundFile {
	location: string;
	size: number;
	mediaType: string;
	kind: string;
}

/** A photo, film or document as it is kept, for the request that its reader was allowed to make. */
export function attachmentResponse(
	request: Request,
	{ id, name }: { id: string; name: string },
	{ location, size, mediaType, kind }: FoundFile,
): Response {
	return serveFile(request, {
		...{ location, size, mediaType },
		fingerprint: `${id}-${name}`,
		// Only what a browser shows by itself; a document is given to keep, and never opened within our pages.
		download: mediaType === 'application/pdf' ? `${kind}.pdf` : null,
	});
}
