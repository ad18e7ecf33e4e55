import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who holds a data folder. `birth` tells a process from a later one with the same number. */
type Holder = { pid: number; since: string; birth: string; stopping?: boolean };

const WAIT_FOR_STOPPING = 15_000;

/** Another process that is alive has the data folder; the message is the sentence to show. */
export class DataFolderInUse extends Error {
	override name = 'DataFolderInUse';
}

/** A held lock: `stopping` tells a next start that it is worth waiting, `release` lets go. */
export type Lock = { stopping(): void; release(): void };

/**
 * Takes the data folder for this process, or throws DataFolderInUse. The lock of a process that
 * was killed is taken over; one that is just stopping is waited for.
 */
export async function lockDataFolder(dataDir: string): Promise<Lock> {
	const file = path.join(dataDir, 'wijkagenda.pid');
	const self: Holder = {
		pid: process.pid,
		since: new Date().toISOString(),
		birth: birthOf(process.pid),
	};
	const deadline = Date.now() + WAIT_FOR_STOPPING;
	while (!take(file, self)) {
		const holder = read(file);
		if (!holder || birthOf(holder.pid) !== holder.birth) removeStale(file, holder);
		else if (holder.stopping && Date.now() < deadline) await sleep(50);
		else throw new DataFolderInUse(inUse(dataDir, holder));
	}
	return {
		stopping: () => replace(file, { ...self, stopping: true }),
		release: () => {
			if (read(file)?.birth === self.birth) rmSync(file, { force: true });
		},
	};
}

function inUse(dataDir: string, holder: Holder): string {
	const since = new Date(holder.since).toLocaleString('en-GB', {
		dateStyle: 'medium',
		timeStyle: 'short',
	});
	return `Wijkagenda already runs on the data in ${dataDir}: process ${holder.pid}, since ${since}. Stop that one first, or set DATA_DIR to another folder.`;
}

/** Makes the lock file, complete, only if there is none. */
function take(file: string, self: Holder): boolean {
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(self));
	try {
		linkSync(draft, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	} finally {
		rmSync(draft, { force: true });
	}
}

function replace(file: string, self: Holder): void {
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(self));
	renameSync(draft, file);
}

/** Two starts may find the same stale lock; who moves away a newer one puts it back. */
function removeStale(file: string, stale: Holder | undefined): void {
	const aside = `${file}.stale.${process.pid}`;
	try {
		renameSync(file, aside);
	} catch {
		return; // another start was first
	}
	if (read(aside)?.birth !== stale?.birth) {
		try {
			linkSync(aside, file);
		} catch {
			// a third start took it meanwhile, and the one moved away finds that out by itself
		}
	}
	rmSync(aside, { force: true });
}

function read(file: string): Holder | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Holder;
	} catch {
		return undefined;
	}
}

/** A mark of one process that no later one with the same number has; '' when it is not alive. */
function birthOf(pid: number): string {
	if (process.platform === 'linux') return linuxBirth(pid);
	try {
		process.kill(pid, 0);
		return `pid ${pid}`;
	} catch {
		return '';
	}
}

function linuxBirth(pid: number): string {
	try {
		// After the name in brackets, which may hold spaces: state is field 3, start time field 22.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		if (fields[0] === 'Z' || fields[0] === 'X') return '';
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		return `${boot} ${pid} ${fields[19]}`;
	} catch {
		return '';
	}
}
