import type { ChildProcess } from 'node:child_process';

/** Keeps one server running: `stop` ends it in order. */
export type Supervisor = { stop(): Promise<void> };

const WINDOW = 60_000;
const MOST_RESTARTS = 5;
const STOP_PATIENCE = 20_000;

/**
 * Starts a server again when it dies, at most five times a minute.
 * `start` gives a server that accepts connections; `gaveUp` is called when it is of no use to go on.
 */
export async function supervise(
	start: () => Promise<ChildProcess>,
	log: (line: string) => void,
	gaveUp: (reason: string) => void,
): Promise<Supervisor> {
	let child = await start();
	let stopping = false;
	let restart = Promise.resolve();
	const restarts: number[] = [];

	const again = async () => {
		const now = Date.now();
		restarts.push(now);
		if (restarts.filter((at) => now - at < WINDOW).length > MOST_RESTARTS) {
			return gaveUp(`PostgreSQL stopped more than ${MOST_RESTARTS} times within a minute.`);
		}
		log('PostgreSQL stopped unexpectedly; starting it again.');
		try {
			child = await start();
			watch();
			log('PostgreSQL is running again.');
		} catch (error) {
			gaveUp(error instanceof Error ? error.message : String(error));
		}
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
