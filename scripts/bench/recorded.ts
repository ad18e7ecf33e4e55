import { readFileSync } from 'node:fs';
import pg, { type ClientConfig, type Pool } from 'pg';
import { columnTypes } from '#server/database/types.ts';

/** One statement as it was sent. */
interface Sent {
	name?: string;
	text: string;
	values?: unknown[];
}

/** What some work asks PostgreSQL over a pool of one connection, statement by statement, in their order. */
export async function recorded(pool: Pool, work: () => Promise<unknown>): Promise<Sent[]> {
	const sent: Sent[] = [];
	const client = await pool.connect();
	const query = client.query;
	client.query = ((asked: string | Sent, ...rest: unknown[]) => {
		const { name, text, values } = typeof asked === 'string' ? { text: asked } : (asked as Sent);
		sent.push({ text, ...(name && { name }), ...(values && { values }) });
		return Reflect.apply(query, client, [asked, ...rest]);
	}) as typeof query;
	client.release();
	await work();
	client.query = query;
	return sent;
}

interface Replaying {
	again: () => Promise<void>;
	/** The processor time that PostgreSQL spent for it until now, in milliseconds; null where the system does not tell. */
	processorTime: () => number | null;
	end: () => Promise<void>;
}

/** Asks the same over the bare driver, one after another, as often as it is called. */
export async function replaying(
	connection: ClientConfig,
	sent: readonly Sent[],
): Promise<Replaying> {
	const client = new pg.Client({ ...connection, types: columnTypes });
	await client.connect();
	await client.query('SET plan_cache_mode = force_generic_plan');
	const { rows } = await client.query<{ process: number }>('SELECT pg_backend_pid() AS process');
	return {
		async again() {
			for (const one of sent) await client.query(one);
		},
		processorTime: () => processorTimeOf(rows[0]?.process ?? 0),
		end: () => client.end(),
	};
}

/** Nanoseconds on a processor are the first number of this file (Linux, Documentation/scheduler/sched-stats). */
function processorTimeOf(process: number): number | null {
	try {
		return Number(readFileSync(`/proc/${process}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
	} catch {
		return null;
	}
}
