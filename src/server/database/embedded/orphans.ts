import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends what a killed program or a killed PostgreSQL left running on a data folder, so that a new
 * server can start there. A server is known by its working folder, which is always its data:
 * the process number alone may have gone to another program since.
 */
export async function clearOrphans(data: string): Promise<void> {
	const folder = realpathSync(data);
	const lock = path.join(data, 'postmaster.pid');
	for (const [signal, patience] of [
		['SIGINT', 8000],
		['SIGQUIT', 4000],
		['SIGKILL', 2000],
	] as const) {
		const left = serversOn(folder, lock);
		if (left.length === 0) break;
		const main = postmasterPid(lock);
		// A whole server is asked to stop by its main process; without that one, each process is.
		const targets =
			main !== undefined && left.includes(main) && signal !== 'SIGKILL' ? [main] : left;
		for (const pid of targets) signalQuietly(pid, main === undefined ? 'SIGKILL' : signal);
		await gone(() => serversOn(folder, lock).length === 0, patience);
	}
	// No server is left on this data, so a lock file that is still there belongs to no one.
	rmSync(lock, { force: true });
}

/** The numbers of the processes that serve this data folder. */
function serversOn(folder: string, lock: string): number[] {
	if (process.platform !== 'linux') {
		const pid = postmasterPid(lock);
		return pid !== undefined && isAlive(pid) ? [pid] : [];
	}
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => pid !== process.pid && worksIn(pid, folder));
}

function worksIn(pid: number, folder: string): boolean {
	try {
		return (
			readlinkSync(`/proc/${pid}/cwd`) === folder &&
			readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
		);
	} catch {
		return false; // ended meanwhile, or another user's
	}
}

function postmasterPid(lock: string): number | undefined {
	try {
		return Number(readFileSync(lock, 'utf8').split('\n')[0]) || undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	return signalQuietly(pid, 0);
}

function signalQuietly(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}

async function gone(done: () => boolean, patience: number): Promise<void> {
	const end = Date.now() + patience;
	while (!done() && Date.now() < end) await sleep(20);
}
