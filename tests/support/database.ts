import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg, { type ClientConfig } from 'pg';

/** A database for one test file: migrated, otherwise empty, and nobody else's. */
export type TestDatabase = { app: ClientConfig; owner: ClientConfig; drop(): Promise<void> };

/**
 * Makes a database of its own for a test file, copied from the migrated one. Call `drop` when done.
 * @example const database = await testDatabase(); afterAll(database.drop);
 */
export async function testDatabase(): Promise<TestDatabase> {
	const shared = process.env.WIJKAGENDA_TEST_DATABASE;
	if (!shared) throw new Error('testDatabase() works in the db and journeys projects of Vitest.');
	const { owner, app } = JSON.parse(shared) as { owner: ClientConfig; app: ClientConfig };
	const name = `test_${randomBytes(8).toString('hex')}`;
	const template = databaseName(owner);
	await maintain(owner, async (client) => {
		await client.query(`create database ${name} template ${client.escapeIdentifier(template)}`);
	});
	return {
		owner: inDatabase(owner, name),
		app: inDatabase(app, name),
		drop: () => maintain(owner, (client) => dropDatabase(client, name)),
	};
}

/** Drops a database. A worker of autovacuum is nobody's to end: while one is at work there, it waits. */
async function dropDatabase(client: pg.Client, name: string, tries = 50): Promise<void> {
	try {
		await client.query(`drop database if exists ${name} with (force)`);
	} catch (error) {
		if (!(error instanceof pg.DatabaseError) || error.code !== '42501' || tries === 0) throw error;
		await setTimeout(200);
		await dropDatabase(client, name, tries - 1);
	}
}

/** The same connection to another database. */
function inDatabase(config: ClientConfig, name: string): ClientConfig {
	if (!config.connectionString) return { ...config, database: name };
	const url = new URL(config.connectionString);
	url.pathname = `/${name}`;
	return { ...config, connectionString: url.href };
}

function databaseName({ database, connectionString }: ClientConfig): string {
	return database ?? decodeURIComponent(new URL(connectionString ?? '').pathname.slice(1));
}

// Copying needs a template without sessions, so this connects to the maintenance database; and two
// copies at once may collide, so they take turns.
async function maintain(
	owner: ClientConfig,
	work: (client: pg.Client) => Promise<void>,
): Promise<void> {
	const client = new pg.Client(inDatabase(owner, 'postgres'));
	await client.connect();
	try {
		await client.query('select pg_advisory_lock(7120250532)');
		await work(client);
	} finally {
		await client.end();
	}
}
