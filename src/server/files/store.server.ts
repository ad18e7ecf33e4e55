import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isId } from '#kernel/id.ts';
import { runtime } from '../runtime.ts';

/** A stored file's name within its folder: a picture's size, or the file itself. */
export const storedNames = ['320', '1280', '2048', 'whole'] as const;
export type StoredName = (typeof storedNames)[number];

/** The folder of one attachment. Nothing in the path comes from what somebody typed but ids, which are checked. */
function folderOf(municipalityId: string, id: string): string {
	if (!isId(municipalityId) || !isId(id)) throw new Error('Not the id of an attachment.');
	const name = id.toLowerCase();
	// The end of a UUIDv7 is random, its beginning the time: spread over 256 folders.
	return path.join(
		runtime().config.dataDir,
		'files',
		municipalityId.toLowerCase(),
		name.slice(-2),
		name,
	);
}

/** Keeps the files of one attachment, all or none; what was there under the same id gives way. */
export async function keepFiles(
	municipalityId: string,
	id: string,
	files: Partial<Record<StoredName, Uint8Array>>,
): Promise<void> {
	const folder = folderOf(municipalityId, id);
	const making = `${folder}.${randomBytes(6).toString('hex')}`;
	await mkdir(making, { recursive: true, mode: 0o700 });
	try {
		for (const [name, bytes] of Object.entries(files))
			await writeFile(path.join(making, name), bytes, { mode: 0o600, flush: true });
		await rm(folder, { recursive: true, force: true });
		await rename(making, folder);
	} catch (error) {
		await rm(making, { recursive: true, force: true });
		// Two at the same moment, with the same content: one of them is there.
		if ((error as { code?: string }).code !== 'ENOTEMPTY') throw error;
	}
}

/** Where a stored file lies and how long it is; null when it is not there. */
export async function storedFile(
	municipalityId: string,
	id: string,
	name: StoredName,
): Promise<{ location: string; size: number } | null> {
	const location = path.join(folderOf(municipalityId, id), name);
	return stat(location).then(
		({ size }) => ({ location, size }),
		() => null,
	);
}

/** Removes the files of one attachment for good. */
export async function removeFiles(municipalityId: string, id: string): Promise<void> {
	await rm(folderOf(municipalityId, id), { recursive: true, force: true });
}
