import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps one server running: `stop` ends it in order. */
export type Supervisor = { stop(): Promise<void> };

// A server that lived shorter than this did not really run; so many of those in a row are too many.
const SHORT_LIFE = 1000;
const MOST_SHORT_LIVES = 8;
const STOP_PATIENCE = 20_000;

/**
 * Starts a server again when it dies, a little later each time that it does not last.
 * `start` gives a server that accepts connections; `gaveUp` is called when it is of no use to go on.
 */
export async function supervise(
	start: () => Promise<ChildProcess>,
	log: (line: string) => void,
	gaveUp: (reason: string) => void,
): Promise<Supervisor> {
	let child = await start();
	let since = Date.now();
	let shortLives = 0;
	let stopping = false;
	let restart = Promise.resolve();

	const again = async () => {
		log('PostgreSQL stopped unexpectedly; starting it again.');
		let reason = 'it stops soon after each start.';
		shortLives = Date.now() - since < SHORT_LIFE ? shortLives + 1 : 0;
		for (; shortLives < MOST_SHORT_LIVES && !stopping; shortLives += 1) {
			await sleep(shortLives * 200);
			try {
				child = await start();
				since = Date.now();
				log('PostgreSQL is running again.');
				return watch();
			} catch (error) {
				reason = error instanceof Error ? error.message : String(error);
			}
		}
		if (!stopping) gaveUp(`PostgreSQL cannot be kept running: ${reason}`);
	};
	const watch = () => {
		child.once('exit', () => {
			if (!stopping) restart = again();
		});
		if (hasEnded(child) && !stopping) restart = again();
	};
	// A program that ends without stop() (an unexpected error) still takes the server with it.
	const lastChance = () => child.kill('SIGINT');
	watch();
	process.once('exit', lastChance);

	return {
		async stop() {
			if (stopping) return;
			stopping = true;
			await restart;
			process.removeListener('exit', lastChance);
			await end(child);
		},
	};
}

async function end(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGINT'); // PostgreSQL's "fast": ends sessions, writes a checkpoint
	const hurry = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE);
	await ended;
	clearTimeout(hurry);
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}
