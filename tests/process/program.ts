import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY = 'Wijkagenda is ready at ';

/** A started program: its output so far, its address, and how it ended. */
export type Running = {
	child: ChildProcess;
	url: string;
	output(): string;
	/** exit code, or the signal that ended it */
	ended: Promise<number | NodeJS.Signals>;
};

/** Starts scripts/start.ts with these settings; does not wait. */
export function launch(environment: Record<string, string>, script = 'scripts/start.ts'): Running {
	const child = spawn(process.execPath, [...script.split(' ')], {
		cwd: ROOT,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout?.on('data', (chunk) => (output += chunk));
	child.stderr?.on('data', (chunk) => (output += chunk));
	const ended = new Promise<number | NodeJS.Signals>((resolve) =>
		child.on('exit', (code, signal) => resolve(code ?? signal ?? 1)),
	);
	const url = `http://localhost:${environment.PORT}`;
	return { child, url, output: () => output, ended };
}

/** Starts the program and waits until it says that it is ready. */
export async function start(
	environment: Record<string, string>,
	script?: string,
): Promise<Running> {
	const running = launch(environment, script);
	let over = false;
	void running.ended.then(() => (over = true));
	await until(() => running.output().includes(READY) || over).catch((error: unknown) => {
		running.child.kill('SIGKILL');
		throw error;
	});
	if (over) throw new Error(`It did not start: ${running.output()}`);
	return running;
}

/** Waits until something holds, at most 80 seconds: on a busy machine a start takes a while. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + 80_000;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`Waited in vain until ${holds}`);
		await sleep(25);
	}
}

/** The numbers of the PostgreSQL processes that work in a data folder. */
export function postgresOn(dataDir: string): number[] {
	const data = realpathSync(path.join(dataDir, 'postgres'));
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => {
			try {
				return readlinkSync(`/proc/${pid}/cwd`) === data;
			} catch {
				return false;
			}
		});
}

/** The number of the main PostgreSQL process, as its lock file says. */
export function postmaster(dataDir: string): number {
	return Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}
