import { Kysely, sql } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { connectionDialect } from './connection-dialect.ts';
import { gatherWrites } from './flush.ts';
import type { Reader, Tx } from './handles.ts';
import type { DB } from './schema.ts';

/** On whose behalf a transaction runs; row-level security looks at nothing else. */
export interface Scope {
	municipalityId: string | null;
	membershipId: string | null;
	organisationId: string | null;
	/** False for the public: reads what was made public, writes nothing. */
	isMember: boolean;
	/** The session that must still hold, or the transaction is refused; null for none. */
	session: HeldSession | null;
}

/** A session as the program remembers it: what it was then, it must still be. */
interface HeldSession {
	/** SHA-256 of its secret, in hex. */
	digest: string;
	role: string;
	at: Date;
}

/** One statement with its values. A name lets PostgreSQL parse and plan it once a connection. */
export interface Statement {
	name: string;
	text: string;
	values: unknown[];
}

/** The session of the scope does not hold any more: nothing was read for anyone, and nothing written. */
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
	try {
		gatherWrites(client);
		const [opened, worked] = await Promise.allSettled([
			open(client, 'BEGIN READ ONLY', scope),
			work(handle(client)),
		]);
		if (opened.status === 'rejected') throw opened.reason;
		if (worked.status === 'rejected') throw worked.reason;
		// Nobody waits for the end of a transaction that changed nothing: what comes next queues behind it.
		client.query('COMMIT').catch(() => {});
		client.release();
		return worked.value;
	} catch (error) {
		await abandon(client);
		throw error;
	}
}

export interface Writing<T> {
	/** Asked together with the start of the transaction; `work` gets the promise of its answer. */
	first?: Statement | null;
	/** Gives the outcome, and what is to be written together with COMMIT. */
	work: (
		tx: Tx,
		first: Promise<QueryResult | null>,
	) => Promise<{ outcome: T; last?: Statement | null }>;
}

/**
 * Runs `work` in a transaction in the given scope; whatever it throws undoes everything. Throws `ScopeRefused`.
 * `first` travels with BEGIN and `last` with COMMIT: round trips decide the speed of a command.
 */
export async function writing<T>(
	pool: Pool,
	scope: Scope,
	{ first, work }: Writing<T>,
): Promise<T> {
	const client = await pool.connect();
	try {
		gatherWrites(client);
		const opening = open(client, 'BEGIN', scope, first);
		// `work` waits for it before it writes; without this, a failure while it does something else has no listener.
		opening.catch(() => {});
		const { outcome, last } = await work(handle(client) as Tx, opening);
		await close(client, last);
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
	first?: Statement | null,
): Promise<QueryResult | null> {
	const [, entered, answer] = await allOf([
		client.query(begin),
		client.query<{ holds: boolean }>(enterScope(scope)),
		first ? client.query(first) : null,
	]);
	if (!entered.rows[0]?.holds) throw new ScopeRefused();
	return answer;
}

/** COMMIT is behind `last` on the wire; when `last` fails, PostgreSQL makes a ROLLBACK of it. */
async function close(client: PoolClient, last?: Statement | null): Promise<void> {
	gatherWrites(client);
	await allOf([last ? client.query(last) : null, client.query('COMMIT')]);
}

/** Waits for all, also when one fails: a connection is only given on when everything asked of it is answered. */
async function allOf<const T extends readonly unknown[]>(
	promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
	const settled = await Promise.allSettled(promises);
	const failed = settled.find((one) => one.status === 'rejected');
	if (failed) throw failed.reason;
	return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never;
}

function enterScope(scope: Scope): Statement {
	const { session } = scope;
	return {
		name: 'enter_scope',
		text: 'SELECT enter_scope($1, $2, $3, $4, $5, $6, $7) AS holds',
		values: [
			scope.municipalityId,
			scope.membershipId,
			scope.organisationId,
			scope.isMember,
			session && Buffer.from(session.digest, 'hex'),
			session?.role ?? null,
			session?.at ?? null,
		],
	};
}

function handle(client: PoolClient): Kysely<DB> {
	return new Kysely<DB>({ dialect: connectionDialect(client) });
}

/**
 * For the rest of this transaction row-level security gives what it gives the public. For members who may read no more
 * than that of what they ask about. There is no way back up within the transaction.
 */
export async function readAsPublic(reader: Reader): Promise<void> {
	await sql`SELECT set_config('app.audience', 'public', true)`.execute(reader);
}

/**
 * Gives what `work` reads as somebody else would: the public, or somebody inside who belongs to no organisation. Within
 * this transaction and of the same moment; whatever `work` changed is undone, the scope as well. For keeping what others
 * may read: it must not hold what only the one who asks for it may.
 */
export async function readAs<T>(
	tx: Tx,
	audience: 'public' | 'participants',
	work: (reader: Reader) => Promise<T>,
): Promise<T> {
	const seen = audience === 'public' ? 'public' : 'member';
	await sql`SAVEPOINT read_as`.execute(tx);
	await sql`SELECT set_config('app.audience', ${seen}, true), set_config('app.membership', '', true),
		set_config('app.organisation', '', true)`.execute(tx);
	try {
		return await work(tx);
	} finally {
		// PostgreSQL takes settings back together with everything else.
		await sql`ROLLBACK TO SAVEPOINT read_as`.execute(tx);
		await sql`RELEASE SAVEPOINT read_as`.execute(tx);
	}
}

async function abandon(client: PoolClient): Promise<void> {
	try {
		await client.query('ROLLBACK');
		client.release();
	} catch (error) {
		client.release(error as Error);
	}
}
