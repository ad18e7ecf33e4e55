import { Kysely } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { escapeLiteral } from 'pg';
import { connectionDialect } from './connection-dialect.ts';
import type { Reader, Tx } from './handles.ts';
import type { DB } from './schema.ts';

/** On whose behalf a transaction runs; row-level security looks at nothing else. */
export interface Scope {
	municipalityId: string | null;
	membershipId: string | null;
	organisationId: string | null;
	/** False for the public: reads what was made public, writes nothing. */
	isMember: boolean;
}

/**
 * Runs `work` in a READ ONLY transaction in the given scope and gives what it gives.
 * The scope and the start of the transaction go to PostgreSQL in one message.
 */
export async function reading<T>(
	pool: Pool,
	scope: Scope,
	work: (reader: Reader) => Promise<T>,
): Promise<T> {
	const client = await pool.connect();
	let outcome: T;
	try {
		await client.query(`BEGIN READ ONLY; ${scopeStatement(scope)}`);
		outcome = await work(handle(client));
	} catch (error) {
		await abandon(client);
		throw error;
	}
	// Nobody waits for the end of a transaction that changed nothing.
	client.query('COMMIT').then(
		() => client.release(),
		(error: Error) => client.release(error),
	);
	return outcome;
}

export interface Writing<T> {
	/** Looked up together with the start of the transaction; its rows are handed to `work`. */
	first: string;
	work: (tx: Tx, first: QueryResult) => Promise<{ outcome: T; last: string }>;
}

/**
 * Runs `work` in a transaction in the given scope; whatever it throws undoes everything.
 * `first` and `last` are SQL texts without parameters (quote with `escapeLiteral`) that travel in one message with
 * BEGIN and with COMMIT: round trips decide the speed of a command.
 */
export async function writing<T>(
	pool: Pool,
	scope: Scope,
	{ first, work }: Writing<T>,
): Promise<T> {
	const client = await pool.connect();
	try {
		const results = await client.query(`BEGIN; ${scopeStatement(scope)}; ${first}`);
		const { outcome, last } = await work(
			handle(client) as Tx,
			(results as unknown as QueryResult[])[2] as QueryResult,
		);
		await client.query(`${last}; COMMIT`);
		client.release();
		return outcome;
	} catch (error) {
		await abandon(client);
		throw error;
	}
}

function handle(client: PoolClient): Kysely<DB> {
	return new Kysely<DB>({ dialect: connectionDialect(client) });
}

async function abandon(client: PoolClient): Promise<void> {
	try {
		await client.query('ROLLBACK');
		client.release();
	} catch (error) {
		client.release(error as Error);
	}
}

function scopeStatement(scope: Scope): string {
	const set = (name: string, value: string | null) =>
		`set_config('app.${name}', ${escapeLiteral(value ?? '')}, true)`;
	return `SELECT ${[
		set('municipality', scope.municipalityId),
		set('membership', scope.membershipId),
		set('organisation', scope.organisationId),
		set('audience', scope.isMember ? 'member' : 'public'),
	].join(', ')}`;
}
