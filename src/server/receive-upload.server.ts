import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { isId } from '#kernel/id.ts';
import { dropUpload, keepUpload } from './uploads.server.ts';

/** What came with the files; a refusal has kept nothing. */
export type Upload =
	| { id: string; fields: Record<string, string>; files: number }
	/** The same form was sent before: its files are there. */
	| { repeats: string }
	| { refused: 'too_large' | 'cut_off' | 'no_files'; fields: Record<string, string> };

/**
 * Streams the files of a form to the folder of their upload, never into memory. The field `requestId`, which stands
 * before the files, names the upload; `fallbackId` does when there is none. Fields are short texts. `most` is how many
 * bytes all files may have together.
 */
export async function receiveUpload(
	request: Request,
	fallbackId: string,
	most: number,
): Promise<Upload> {
	const fields: Record<string, string> = {};
	let id = fallbackId;
	let bytes = 0;
	let files = 0;
	let tooLarge = false;
	const writing: Promise<void>[] = [];
	/** What is too much is read and dropped: a browser shows the answer only after it has sent everything. */
	async function* withinLimit(content: AsyncIterable<Buffer>) {
		for await (const chunk of content) {
			bytes += chunk.length;
			tooLarge ||= bytes > most;
			if (!tooLarge) yield chunk;
		}
	}
	try {
		const parser = busboy({
			headers: Object.fromEntries(request.headers),
			defParamCharset: 'utf8',
			limits: { fieldSize: 2000, fields: 20, files: 100 },
		});
		parser.on('field', (name, value) => {
			fields[name] = value;
			if (name === 'requestId' && isId(value)) id = value;
		});
		parser.on('file', (_name, content, { filename }) => {
			// A file field that was left empty comes as a file without a name.
			if (!filename) return void content.resume();
			files += 1;
			// Told by whoever reads it; until then it must not end the process.
			content.on('error', () => {});
			const kept = keepUpload(id, files, filename, withinLimit(content));
			kept.catch(() => {});
			writing.push(kept);
		});
		await readAll(request, parser);
		await Promise.all(writing);
		if (tooLarge) throw new Error('Too large.');
	} catch (error) {
		const ends = await Promise.allSettled(writing);
		if (
			[error, ...ends.map((end) => (end.status === 'rejected' ? end.reason : null))].some(isThere)
		)
			return { repeats: id };
		await dropUpload(id);
		return { refused: tooLarge ? 'too_large' : 'cut_off', fields };
	}
	if (files === 0) return { refused: 'no_files', fields };
	return { id, fields, files };
}

function isThere(error: unknown): boolean {
	return (error as { code?: string } | null)?.code === 'EEXIST';
}

function readAll(request: Request, parser: busboy.Busboy): Promise<void> {
	const body = Readable.fromWeb(request.body as ReadableStream);
	return new Promise((resolve, reject) => {
		body.once('error', (error) => parser.destroy(error));
		parser.once('error', reject);
		parser.once('close', resolve);
		body.pipe(parser);
	});
}
