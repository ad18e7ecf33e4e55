/** Reads boundaries in a thread of its own (started by read-boundaries.server.ts, run by Node as it is). */
import { parentPort, workerData } from 'node:worker_threads';
import { BoundaryError, type BoundaryProblem } from './boundary-problem.ts';
import { readBoundaries, type Boundaries } from './read-boundaries.ts';

export type BoundariesAnswer = { boundaries: Boundaries } | { problem: BoundaryProblem };

async function answer(locations: string[]): Promise<BoundariesAnswer> {
	try {
		return { boundaries: await readBoundaries(locations) };
	} catch (error) {
		if (error instanceof BoundaryError) return { problem: error.problem };
		throw error;
	}
}

parentPort?.postMessage(await answer((workerData as { locations: string[] }).locations));
