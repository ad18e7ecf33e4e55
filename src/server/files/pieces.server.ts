import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isId } from '#kernel/id.ts';
import { runtime } from '../runtime.ts';

/** Where the pieces of one file gather until it is whole. Throws when an id is none: it comes from outside. */
export function placeOfPieces(municipalityId: string, id: string): string {
	if (!isId(municipalityId) || !isId(id)) throw new Error('Not the id of an attachment.');
	return path.join(folder(), `${municipalityId}.${id}`.toLowerCase());
}

function folder(): string {
	return path.join(runtime().config.dataDir, 'coming');
}

/** How many bytes are there, from the first on; 0 when nothing came yet, or when it was thrown away. */
export async function bytesThere(place: string): Promise<number> {
	return stat(place).then(
		({ size }) => size,
		() => 0,
	);
}

/** What became of a piece: how far it is now, or why the piece was not taken. */
export type Taken = { offset: number; refused?: 'gap' | 'beyond' };

/**
 * Writes a piece where it belongs, as far as it comes: what arrived before the connection broke counts. Written by its
 * offset, so that the same piece a second time, or at the same moment, changes nothing. `size` is how long the file is.
 */
export async function takePiece(
	place: string,
	offset: number,
	size: number,
	content: AsyncIterable<Uint8Array>,
): Promise<Taken> {
	const there = await bytesThere(place);
	if (offset > there) return { offset: there, refused: 'gap' };
	await mkdir(path.dirname(place), { recursive: true });
	const file = await openToWrite(place);
	let position = offset;
	let isBeyond = false;
	try {
		for await (const chunk of content) {
			const fits = chunk.subarray(0, Math.max(0, size - position));
			// What is too much is read and dropped: the answer is only heard after everything was sent.
			isBeyond ||= fits.length < chunk.length;
			await writeWhole(file, fits, position);
			position += fits.length;
		}
	} catch {
		// The connection broke. What came is there.
	} finally {
		await file.close();
	}
	const now = await bytesThere(place);
	return isBeyond ? { offset: now, refused: 'beyond' } : { offset: now };
}

type File = Awaited<ReturnType<typeof open>>;

/** Opens for writing anywhere in the file, making it when it is not there, never emptying it. */
async function openToWrite(place: string): Promise<File> {
	try {
		return await open(place, 'r+');
	} catch (error) {
		if ((error as { code?: string }).code !== 'ENOENT') throw error;
	}
	try {
		return await open(place, 'wx', 0o600);
	} catch (error) {
		// Somebody else made it meanwhile.
		if ((error as { code?: string }).code !== 'EEXIST') throw error;
		return open(place, 'r+');
	}
}

async function writeWhole(file: File, bytes: Uint8Array, position: number): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		const { bytesWritten } = await file.write(
			bytes,
			written,
			bytes.length - written,
			position + written,
		);
		written += bytesWritten;
	}
}

/** Throws the pieces away. */
export async function dropPieces(place: string): Promise<void> {
	await rm(place, { force: true });
}

/** Throws away what nothing was added to since a moment. Gives how many. */
export async function dropStalePieces(before: Date): Promise<number> {
	const names = await readdir(folder()).catch(() => []);
	let dropped = 0;
	for (const name of names) {
		const place = path.join(folder(), name);
		const { mtime } = await stat(place).catch(() => ({ mtime: new Date() }));
		if (mtime >= before) continue;
		await dropPieces(place);
		dropped += 1;
	}
	return dropped;
}
