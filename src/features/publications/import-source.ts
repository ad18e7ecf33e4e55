import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { ByteSource } from './decode.ts';

/** A file that can be read more than once, wherever it is. */
export interface SourceFile {
	/** As the one who hands it in knows it; may tell the year (`kwb2020…`). */
	name: string;
	/** In bytes, as it is (packed or not). */
	size: number;
	open(): ByteSource;
}

/** A file on disk. Throws Node's error when it is not there. */
export function fileAt(location: string, name = path.basename(location)): SourceFile {
	return {
		name,
		size: statSync(location).size,
		open: () => createReadStream(location, { highWaterMark: 256 * 1024 }),
	};
}

/** The whole of a file in memory: only for JSON, which cannot be read in pieces. */
export async function bytesOf(file: SourceFile): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of file.open()) chunks.push(chunk);
	return Buffer.concat(chunks);
}
