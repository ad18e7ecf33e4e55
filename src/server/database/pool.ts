import pg, { type ClientConfig, type Pool } from 'pg';
import { columnTypes } from './types.ts';

/** The pool through which the program speaks, as the role that row-level security binds. */
export function createPool(connection: ClientConfig, size = 10): Pool {
	const pool = new pg.Pool({
		...connection,
		max: size,
		pipeline: true,
		types: columnTypes,
		idleTimeoutMillis: 30_000,
	});
	// An idle connection that PostgreSQL drops is replaced at its next use.
	pool.on('error', () => {});
	// One that is lent out tells whoever uses it at the next question; unheard, the news would end the process.
	pool.on('connect', (client) => {
		client.on('error', () => {});
		// Every statement is short and goes along an index; planning it anew each time would cost more than doing it.
		client.query('SET plan_cache_mode = force_generic_plan').catch(() => {});
	});
	return pool;
}
