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

/** Asks the same over the bare driver, one after another, as often as it is called. */
export async function replaying(
	connection: ClientConfig,
	sent: readonly Sent[],
): Promise<{ again: () => Promise<void>; end: () => Promise<void> }> {
	const client = new pg.Client({ ...connection, types: columnTypes });
	await client.connect();
	await client.query('SET plan_cache_mode = force_generic_plan');
	return {
		async again() {
			for (const one of sent) await client.query(one);
		},
		end: () => client.end(),
	};
}
