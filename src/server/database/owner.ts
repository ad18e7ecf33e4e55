import { Kysely } from 'kysely';
import pg, { type ClientConfig } from 'pg';
import { connectionDialect } from './connection-dialect.ts';
import type { Tx } from './handles.ts';
import type { DB } from './schema.ts';
import { columnTypes } from './types.ts';

/**
 * Runs `work` in one transaction as the owner of the tables, whom row-level security does not bind. For what stands
 * above the municipalities and no command can do, such as making one; never for what a request asks.
 */
export async function asOwner<T>(owner: ClientConfig, work: (tx: Tx) => Promise<T>): Promise<T> {
	const client = new pg.Client({ ...owner, types: columnTypes });
	// A connection that is lost between two statements fails the next one; it must not end the process.
	client.on('error', () => {});
	await client.connect();
	try {
		await client.query('BEGIN');
		const outcome = await work(new Kysely<DB>({ dialect: connectionDialect(client) }) as Tx);
		await client.query('COMMIT');
		return outcome;
	} finally {
		// Ending a connection with an open transaction undoes it.
		await client.end();
	}
}
