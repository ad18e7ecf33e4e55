import { unzipSync } from 'fflate';
import { FileReadError } from './file-read-error.ts';

/** The most bytes that the wanted parts of one archive may have together once unpacked. */
const MOST_UNPACKED = 100e6;
const MOST_ENTRIES = 5000;

/**
 * The parts of a ZIP archive whose names `wants` asks for, unpacked. Never more than `most` bytes together: each part
 * is unpacked into as many bytes as the archive says it has, and what it holds beyond that is not unpacked.
 * @throws FileReadError `unreadable` or `too_large`
 */
export function unpack(
	bytes: Uint8Array,
	wants: (name: string) => boolean,
	most = MOST_UNPACKED,
): Map<string, Uint8Array> {
	let entries = 0;
	let unpacked = 0;
	try {
		const parts = unzipSync(bytes, {
			filter({ name, originalSize }) {
				entries += 1;
				if (entries > MOST_ENTRIES) throw new FileReadError('too_large');
				if (!wants(name)) return false;
				unpacked += originalSize;
				if (unpacked > most) throw new FileReadError('too_large');
				return true;
			},
		});
		return new Map(Object.entries(parts));
	} catch (error) {
		if (error instanceof FileReadError) throw error;
		throw new FileReadError('unreadable', String(error));
	}
}
