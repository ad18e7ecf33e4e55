import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isId } from '#kernel/id.ts';
import { runtime } from './runtime.ts';

/** The folder in which the files of one upload wait. Throws when the id is none: it comes from outside. */
function uploadFolder(id: string): string {
	if (!isId(id)) throw new Error('Not the id of an upload.');
	return path.join(runtime().config.dataDir, 'uploads', id.toLowerCase());
}

/**
 * Writes one file of an upload, piece by piece. Its name on disk is ours; what it was called goes behind the number.
 * Rejects with EEXIST when the upload is there already: the same form, sent twice.
 */
export async function keepUpload(
	id: string,
	number: number,
	name: string,
	content: AsyncIterable<Buffer>,
): Promise<void> {
	const folder = uploadFolder(id);
	await mkdir(folder, { recursive: true });
	const place = path.join(folder, `${String(number).padStart(3, '0')} ${safeName(name)}`);
	await pipeline(content, createWriteStream(place, { mode: 0o600, flags: 'wx' }));
}

/** The files of an upload, in the order in which they came; none when they are gone. */
export async function uploadedFiles(id: string): Promise<{ name: string; location: string }[]> {
	const folder = uploadFolder(id);
	const names = await readdir(folder).catch(() => []);
	return names
		.toSorted()
		.map((name) => ({ name: name.slice(4), location: path.join(folder, name) }));
}

/** Removes the files of an upload. */
export async function dropUpload(id: string): Promise<void> {
	await rm(uploadFolder(id), { recursive: true, force: true });
}

function safeName(name: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';

	return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-120) || 'file';
}
