import { createPool } from '#server/database/pool.ts';
import { createLive, type Live } from '#server/live.ts';
import { runtime } from '#server/runtime.ts';
import { systemClock } from './clock.ts';
import { createKernel, type Change, type Kernel } from './kernel.server.ts';

export interface Program {
	kernel: Kernel;
	live: Live<Change>;
}

let program: Program | null = null;

/** The one kernel of this process, made at its first use from what the start prepared. */
export function theProgram(): Program {
	if (program) return program;
	const { app } = runtime().database;
	const pool = createPool(app);
	const live = createLive<Change>(pool, app);
	program = { kernel: createKernel({ pool, clock: systemClock, publish: live.publish }), live };
	return program;
}
