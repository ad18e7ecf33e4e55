import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { rangeOf } from './range.ts';

interface Served {
	location: string;
	/** Bytes. */
	size: number;
	mediaType: string;
	/** What never changes as long as the bytes do not. */
	fingerprint: string;
	/** The name to keep it under; null for what is shown in a page. */
	download: string | null;
}

/**
 * A file of somebody's as an answer, whole or one range of it (RFC 9110 §14). The browser takes it for what we say it is,
 * runs nothing in it, and asks again before it shows it once more.
 */
export function serveFile(request: Request, file: Served): Response {
	const etag = `"${file.fingerprint}"`;
	const headers = new Headers({
		'content-type': file.mediaType,
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
		'cross-origin-resource-policy': 'same-origin',
		'content-disposition': file.download ? `attachment; filename="${file.download}"` : 'inline',
		'cache-control': 'private, no-cache',
		'accept-ranges': 'bytes',
		etag,
	});
	if (request.headers.get('if-none-match') === etag)
		return new Response(null, { status: 304, headers });
	const ifRange = request.headers.get('if-range');
	const asked = ifRange === null || ifRange === etag ? request.headers.get('range') : null;
	const range = rangeOf(asked, file.size);
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${file.size}`);
		return new Response(null, { status: 416, headers });
	}
	const { from, to } = range ?? { from: 0, to: file.size - 1 };
	headers.set('content-length', String(to - from + 1));
	if (range) headers.set('content-range', `bytes ${from}-${to}/${file.size}`);
	const stream = Readable.toWeb(createReadStream(file.location, { start: from, end: to }));
	return new Response(stream as ReadableStream, { status: range ? 206 : 200, headers });
}
