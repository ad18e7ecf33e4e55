import { Logger, parseCrontab, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg, { type ClientConfig } from 'pg';
import type { Tx } from './database/handles.ts';
import { onEnd } from './runtime.ts';

/** Carries out one job. What it throws is tried again later, three times in all. */
export type Task = (payload: unknown) => Promise<void>;

/**
 * Asks for a job within the transaction of a command: it exists exactly when the command was carried out. With the same
 * `key` a job that still waits is replaced.
 */
export async function addJob(tx: Tx, task: string, payload: object, key: string): Promise<void> {
	await sql`SELECT add_job(${task}::text, ${JSON.stringify(payload)}::jsonb, ${key}::text)`.execute(
		tx,
	);
}

/**
 * Starts carrying out jobs in this process, one at a time, until the program ends. The queue belongs to the owner of
 * the database; a task itself works through the kernel, as the program's role. `crontab` says what comes by itself, in
 * the notation of graphile-worker (times in UTC); however many copies run, each moment is carried out once.
 */
export async function startJobs(
	owner: ClientConfig,
	tasks: Record<string, Task>,
	crontab = '',
): Promise<void> {
	const pool = new pg.Pool({ ...owner, max: 3 });
	// A connection that PostgreSQL drops is replaced at its next use.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	const taskList: TaskList = Object.fromEntries(
		Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
	);
	const runner = await run({
		pgPool: pool,
		taskList,
		concurrency: 1,
		noHandleSignals: true,
		pollInterval: 5000,
		logger: onlyErrors,
		parsedCronItems: parseCrontab(crontab),
	});
	onEnd(async () => {
		await runner.stop().catch(() => {});
		await pool.end();
	});
}

const onlyErrors = new Logger(() => (level, message) => {
	if (level === 'error') console.error(message);
});
