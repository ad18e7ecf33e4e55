import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { attachmentUpload } from '#features/evidence/attachment.queries.server.ts';
import { answerUnexpected, apiHeaders, problem } from '#kernel/api.server.ts';
import { Failure } from '#kernel/failure.ts';
import { theProgram } from '#kernel/program.server.ts';
import { bytesThere, dropPieces, placeOfPieces, takePiece } from '#server/files/pieces.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

/**
 * The pieces of a file that was announced (docs/decisions/photos-and-files.md). They are no command each: until a file is
 * finished nothing of it is read, and a command a piece would be a row in the audit trail a piece.
 */
export const trailingSlash = 'ignore';

/** The most bytes of one piece: what any request may have. */
const largestPiece = 1024 * 1024;

export const HEAD: RequestHandler = (event) =>
	answer(event, async (upload, place) => progress(upload, await bytesThere(place)));

export const PATCH: RequestHandler = (event) =>
	answer(event, async (upload, place) => {
		// It came in whole before: whoever sends it again is told so, and need not.
		if (upload.state === 'stored') return progress(upload, upload.size);
		const { headers, body } = event.request;
		const offset = offsetOf(headers.get('upload-offset'));
		if (headers.get('content-type') !== 'application/partial-upload')
			throw new Failure('attachment.not_a_piece', 415);
		if (Number(headers.get('content-length')) > largestPiece)
			throw new Failure('request_too_large', 413);
		const content = body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
		// The line can break before anybody reads: then the piece ends where it broke, and the program goes on.
		content.on('error', () => {});
		const taken = await takePiece(place, offset, upload.size, content);
		if (taken.refused) await content.resume();
		if (taken.refused === 'beyond') throw new Failure('request_too_large', 413);
		return progress(upload, taken.offset, taken.refused === 'gap' ? 409 : 204);
	});

export const DELETE: RequestHandler = (event) =>
	answer(event, async (upload, place) => {
		await dropPieces(place);
		return progress(upload, upload.state === 'stored' ? upload.size : 0);
	});

interface Upload {
	municipalityId: string;
	id: string;
	size: number;
	state: string;
}

/** Asks the policy first; failures become problem details, as everywhere in the API. */
async function answer(
	event: RequestEvent,
	work: (upload: Upload, place: string) => Promise<Response>,
): Promise<Response> {
	const { locals, params, request } = event;
	const path = `/bijlagen/${params.id}/delen`;
	try {
		const input = { attachmentId: params.id };
		const upload = await theProgram().kernel.ask(locals.actor, attachmentUpload, input);
		if (upload.state === 'erased') throw new Failure('attachment.gone', 409);
		return await work(upload, placeOfPieces(upload.municipalityId, upload.id));
	} catch (failure) {
		if (failure instanceof Failure) return problem(failure, locals.language, path);
		return answerUnexpected(failure, locals.language, request.method, path);
	}
}

function progress({ size, state }: Upload, there: number, status = 204): Response {
	const offset = state === 'stored' ? size : there;
	return new Response(null, {
		status,
		headers: {
			...apiHeaders,
			'upload-offset': String(offset),
			'upload-length': String(size),
			'upload-complete': offset === size ? '?1' : '?0',
		},
	});
}

function offsetOf(header: string | null): number {
	if (header === null || !/^\d{1,12}$/.test(header))
		throw new Failure('attachment.not_a_piece', 400);
	return Number(header);
}
