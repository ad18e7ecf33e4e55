import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { BoundaryError } from './boundary-problem.ts';
import type { Boundaries } from './read-boundaries.ts';
import type { BoundariesAnswer } from './read-boundaries-worker.ts';

const LONGEST_MS = 600_000;
const MOST_MEMORY_MB = 1500;

/**
 * Reads boundaries out of files, in a thread of its own with a bound on its memory and its time: whatever the files
 * hold, the server goes on answering. Throws a `BoundaryError`.
 */
export function readBoundaryFiles(locations: readonly string[]): Promise<Boundaries> {
	// Found through package.json's imports, so that it is the same file from the built server.
	const file = createRequire(import.meta.url).resolve('#features/areas/read-boundaries-worker.ts');
	const worker = new Worker(file, {
		workerData: { locations: [...locations] },
		resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
		execArgv: [],
	});
	return new Promise((resolve, reject) => {
		const tooMuch = () => reject(new BoundaryError({ code: 'too_much_work' }));
		const deadline = setTimeout(() => void worker.terminate(), LONGEST_MS);
		worker.once('message', (answer: BoundariesAnswer) =>
			'boundaries' in answer
				? resolve(answer.boundaries)
				: reject(new BoundaryError(answer.problem)),
		);
		worker.once('error', (error: Error & { code?: string }) =>
			error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error),
		);
		worker.once('exit', () => {
			clearTimeout(deadline);
			tooMuch();
		});
	});
}
