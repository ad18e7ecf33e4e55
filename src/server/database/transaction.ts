import { Kysely } from 'kysely';
import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';
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
	/** A condition in SQL that must hold within the scope, or the transaction is refused; null for none. */
	condition: string | null;
}

/** The condition of the scope did not hold: nothing was read for anyone, and nothing written. */
export class ScopeRefused extends Error {}

/**
 * Runs `work` in a READ ONLY transaction in the given scope and gives what it gives; throws `ScopeRefused`.
 * The connection is pipelined: the start of the transaction and the first query of `work` travel together.
 */
export async function reading<T>(
	pool: Pool,
	scope: Scope,
	work: (reader: Reader) => Promise<T>,
): Promise<T> {
	const client = await pool.connect();
	let outcome: T;
	try {
		const opening = open(client, 'BEGIN READ ONLY', scope);
		const [opened, worked] = await Promise.allSettled([opening, work(handle(client))]);
		if (opened.status === 'rejected') throw opened.reason;
		if (worked.status === 'rejected') throw worked.reason;
		outcome = worked.value;
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
	/** An SQL text that is asked with the start of the transaction; `work` gets the promise of its answer. */
	first: string;
	work: (tx: Tx, first: Promise<QueryResult>) => Promise<{ outcome: T; last: string }>;
}

/**
 * Runs `work` in a transaction in the given scope; whatever it throws undoes everything. Throws `ScopeRefused`.
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
		const opening = open(client, 'BEGIN', scope, first);
		// `work` waits for it before it writes; without this, a failure while it does something else has no listener.
		opening.catch(() => {});
		const { outcome, last } = await work(handle(client) as Tx, opening);
		await client.query(`${last}; COMMIT`);
		client.release();
		return outcome;
	} catch (error) {
		await abandon(client);
		throw error;
	}
}

/** Opens a transaction in a scope and gives the answer to `first`. */
async function open(
	client: PoolClient,
	begin: string,
	scope: Scope,
	first = 'SELECT 1',
): Promise<QueryResult> {
	const condition = `SELECT ${scope.condition ?? 'true'} AS holds`;
	const answer = client.query(`${begin}; ${scopeStatement(scope)}; ${condition}; ${first}`);
	const results = (await answer) as unknown as QueryResult[];
	if (!results[2]?.rows[0]?.holds) throw new ScopeRefused();
	return results[3] as QueryResult;
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
