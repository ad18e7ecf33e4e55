import type { ClientConfig } from 'pg';
import type { Config } from './config.ts';

/** What the process that runs Wijkagenda knows, and everything in it may ask for. */
export type Runtime = {
	config: Config;
	database: {
		/** the program's own connection: subject to row-level security */
		app: ClientConfig;
		/** the owner of the tables: for migrations and maintenance only */
		owner: ClientConfig;
	};
};

type Store = { runtime?: Runtime; endings: (() => Promise<void>)[] };

// A symbol on globalThis, because the built bundle and the scripts that start it are two copies of
// this module in one process.
const key = Symbol.for('wijkagenda.runtime');
const holder = globalThis as { [key]?: Store };
const store: Store = (holder[key] ??= { endings: [] });

/** Makes the runtime known to everything in this process; called once, before the first request. */
export function setRuntime(runtime: Runtime): void {
	store.runtime = runtime;
}

/** The runtime of this process. Throws when nothing has started it. */
export function runtime(): Runtime {
	if (store.runtime) return store.runtime;
	throw new Error('The runtime is not set: start through scripts/start.ts or dev.ts.');
}

/**
 * Registers work for an orderly end: closing pools, stopping job workers. It runs when requests
 * have finished and before the database stops, the last registered first.
 */
export function onEnd(work: () => Promise<void>): void {
	store.endings.push(work);
}

/** Runs everything that was registered with `onEnd`, once; what fails does not hold up the rest. */
export async function runEndings(): Promise<void> {
	while (store.endings.length > 0) {
		await store.endings
			.pop()?.()
			.catch((error) => console.error(error));
	}
}
