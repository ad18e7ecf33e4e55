import {
	type CompiledQuery,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
} from 'kysely';
import type { ClientBase } from 'pg';
import { statementName } from './statement-name.ts';

/** Lets Kysely speak over one connection whose transaction the kernel has opened, and will close. */
export function connectionDialect(client: ClientBase): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new ConnectionDriver(client),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	};
}

class ConnectionDriver implements Driver {
	readonly #connection: DatabaseConnection;

	constructor(client: ClientBase) {
		this.#connection = new Connection(client);
	}

	async init(): Promise<void> {}

	acquireConnection(): Promise<DatabaseConnection> {
		return Promise.resolve(this.#connection);
	}

	beginTransaction(): Promise<void> {
		throw new Error('The kernel opens transactions; a feature never does.');
	}

	commitTransaction(): Promise<void> {
		throw new Error('The kernel closes transactions; a feature never does.');
	}

	rollbackTransaction(): Promise<void> {
		throw new Error('The kernel closes transactions; a feature never does.');
	}

	async releaseConnection(): Promise<void> {}

	async destroy(): Promise<void> {}
}

class Connection implements DatabaseConnection {
	readonly #client: ClientBase;

	constructor(client: ClientBase) {
		this.#client = client;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		const result = await this.#client.query({
			name: statementName(query.sql),
			text: query.sql,
			values: query.parameters as unknown[],
		});
		return {
			rows: result.rows as R[],
			numAffectedRows: result.rowCount === null ? undefined : BigInt(result.rowCount),
		};
	}

	async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
		throw new Error('Queries are not streamed; read in pages.');
	}
}
