import { spawn, type ChildProcess } from 'node:child_process';
import {
	closeSync,
	existsSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearOrphans } from './orphans.ts';
import type { Home } from './home.ts';

/** Where a server listens: a folder for its socket, or on Windows a loopback port. */
export type Endpoint = { host: string; port: number };

const START_PATIENCE = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;

// Fit for a machine with 2 GB that runs the program too; everything else is PostgreSQL's default.
const SETTINGS: Record<string, string> = {
	max_connections: '60',
	shared_buffers: '128MB',
	effective_cache_size: '512MB',
	work_mem: '8MB',
	maintenance_work_mem: '64MB',
	random_page_cost: '1.1',
	max_wal_size: '512MB',
	jit: 'off',
	timezone: 'UTC',
	log_timezone: 'UTC',
	log_min_messages: 'warning',
	log_line_prefix: '%m [%p] ',
};

/**
 * Starts one server process and waits until it accepts connections.
 * `durable: false` trades safety after a crash for speed: for tests only.
 * Throws a sentence with the end of the server's log when it does not start.
 */
export async function startServer(
	home: Home,
	endpoint: Endpoint,
	durable: boolean,
): Promise<ChildProcess> {
	await clearOrphans(home.data);
	clearSocket(endpoint);
	const logFile = path.join(home.folder, 'postgresql.log');
	const from = beginLog(logFile);
	const output = openSync(logFile, 'a', 0o600);
	const child = spawn(home.binaries.postgres, serverArguments(home, endpoint, durable), {
		cwd: '/',
		stdio: ['ignore', output, output],
		// Its own session: Ctrl-C reaches the program, which then stops the server in order.
		detached: true,
		...home.identity,
	});
	closeSync(output);
	await ready(child, home, () => lastWords(logFile, from));
	return child;
}

/** A killed server leaves its socket behind, with a lock that names a process number. */
function clearSocket({ host, port }: Endpoint): void {
	if (!path.isAbsolute(host)) return;
	for (const end of ['', '.lock'])
		rmSync(path.join(host, `.s.PGSQL.${port}${end}`), { force: true });
}

function serverArguments(home: Home, endpoint: Endpoint, durable: boolean): string[] {
	const loopback = process.platform === 'win32';
	const settings: Record<string, string> = {
		...SETTINGS,
		listen_addresses: loopback ? endpoint.host : '',
		unix_socket_directories: loopback ? '' : endpoint.host,
		port: String(endpoint.port),
		...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	return ['-D', home.data, ...options];
}

/** The server writes its state in its lock file; "ready" there is what pg_ctl waits for too. */
async function ready(child: ChildProcess, home: Home, why: () => string): Promise<void> {
	const failed = { message: '' };
	child.once('error', (error) => (failed.message = error.message));
	const end = Date.now() + START_PATIENCE;
	while (!isReady(home.data, child.pid)) {
		if (failed.message || child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`PostgreSQL did not start: ${failed.message || why()}`);
		}
		if (Date.now() > end) {
			child.kill('SIGQUIT');
			throw new Error(`PostgreSQL was not ready after a minute: ${why()}`);
		}
		await sleep(10);
	}
}

function isReady(data: string, pid: number | undefined): boolean {
	try {
		const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
		return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
	} catch {
		return false;
	}
}

/** Keeps at most two logs, and gives the length of the one that is written to. */
function beginLog(file: string): number {
	if (!existsSync(file)) return 0;
	const { size } = statSync(file);
	if (size < LOG_LIMIT) return size;
	renameSync(file, `${file}.1`);
	return 0;
}

function lastWords(file: string, from: number): string {
	const words = readFileSync(file).subarray(from).toString('utf8').trim();
	return words.split('\n').slice(-5).join('\n') || `it gave no reason (see ${file}).`;
}
