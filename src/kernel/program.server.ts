import { createPool } from '#server/database/pool.ts';
import { createLive, type Live } from '#server/live.ts';
import { runtime } from '#server/runtime.ts';
import { systemClock } from './clock.ts';
import { createKernel, type Change, type Kernel } from './kernel.server.ts';

/** That somebody is somewhere in a trajectory, went elsewhere in it, or left: told to every copy, kept nowhere. */
export interface Presence {
	kind: 'presence';
	municipalityId: string;
	trajectoryId: string;
	/** The tab of the member's browser, which it named itself. */
	tab: string;
	membershipId: string;
	organisationName: string;
	place: string | null;
	/** 'here' when it listens, 'moved' when it may, 'left' when it went, 'who' to ask the other copies who is there. */
	what: 'here' | 'moved' | 'left' | 'who';
}

export type LiveMessage = Change | Presence;

export interface Program {
	kernel: Kernel;
	live: Live<LiveMessage>;
}

let program: Program | null = null;

/** The one kernel of this process, made at its first use from what the start prepared. */
export function theProgram(): Program {
	if (program) return program;
	const { app } = runtime().database;
	const pool = createPool(app);
	const live = createLive<LiveMessage>(pool, app);
	program = { kernel: createKernel({ pool, clock: systemClock, publish: live.publish }), live };
	return program;
}
