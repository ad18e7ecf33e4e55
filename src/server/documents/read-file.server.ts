import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { FileContent } from './file-content.ts';
import { FileReadError } from './file-read-error.ts';
import type { ReadAnswer } from './read-file-worker.ts';

const LONGEST_MS = 20_000;
const MOST_MEMORY_MB = 300;

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a spreadsheet, a Word file or CSV from disk. It happens in a thread of its own, with a bound on its memory and
 * its time, and one file at a time: whatever a file holds, the server goes on answering.
 * @param most the most bytes that the file may have
 * @throws FileReadError
 */
export async function readFileContent(location: string, most: number): Promise<FileContent> {
	const { size } = await stat(location);
	if (size > most) throw new FileReadError('too_large');
	if (size === 0) throw new FileReadError('unreadable', 'empty');
	const mine = last.then(() => readInThread(location));
	last = mine.catch(() => {});
	return mine;
}

function readInThread(location: string): Promise<FileContent> {
	// Found through package.json's imports, so that it is the same file from the built server.
	const file = createRequire(import.meta.url).resolve('#server/documents/read-file-worker.ts');
	const worker = new Worker(file, {
		workerData: { location },
		resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
		execArgv: [],
	});
	return new Promise((resolve, reject) => {
		const deadline = setTimeout(() => void worker.terminate(), LONGEST_MS);
		worker.once('message', (answer: ReadAnswer) =>
			'content' in answer ? resolve(answer.content) : reject(new FileReadError(answer.reason)),
		);
		worker.once('error', (error: Error & { code?: string }) =>
			reject(
				error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileReadError('too_much_work') : error,
			),
		);
		worker.once('exit', () => {
			clearTimeout(deadline);
			reject(new FileReadError('too_much_work'));
		});
	});
}
