/** Reads one file that came in, in a thread of its own (started by read-file.server.ts, run by Node as it is). */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { FileReadError } from './file-read-error.ts';
import type { FileContent } from './file-content.ts';
import { contentOf } from './file-content.ts';

export type ReadAnswer = { content: FileContent } | { reason: FileReadError['reason'] };

function answer(location: string): ReadAnswer {
	try {
		return { content: contentOf(readFileSync(location)) };
	} catch (error) {
		if (error instanceof FileReadError) return { reason: error.reason };
		throw error;
	}
}

parentPort?.postMessage(answer((workerData as { location: string }).location));
