import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { checkPdf } from './pdf-check.ts';
import { FileError } from './file-error.ts';
import { cleanFilm } from './film.ts';
import { remakePicture } from './picture.server.ts';
import { typeOf } from './sniff.ts';
import type { StoredName } from './store.server.ts';

/** A file that came in, as it is to be kept. */
export interface CheckedFile {
	/** What it is, found in its content. */
	mediaType: 'image/webp' | 'video/mp4' | 'application/pdf';
	width: number | null;
	height: number | null;
	files: Partial<Record<StoredName, Uint8Array>>;
}

/** The SHA-256 of a file, in lower-case hex; never wholly in memory. */
export async function sha256Of(location: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(location)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/**
 * What is kept of a file: of a picture its pixels made anew, of a film everything but its metadata, a PDF as it is. Throws
 * a `FileError` for any other type, and for what is not whole or more than it says it is.
 */
export async function checkFile(location: string): Promise<CheckedFile> {
	const bytes = await readFile(location);
	const type = typeOf(bytes.subarray(0, 16));
	if (type === null) throw new FileError('unknown_type');
	if (type === 'pdf') {
		checkPdf(bytes);
		return { mediaType: 'application/pdf', width: null, height: null, files: { whole: bytes } };
	}
	if (type === 'mp4')
		return {
			mediaType: 'video/mp4',
			width: null,
			height: null,
			files: { whole: cleanFilm(bytes) },
		};
	const { width, height, sizes } = await remakePicture(bytes, type);
	return { mediaType: 'image/webp', width, height, files: sizes };
}
