import pg, { type ClientConfig } from 'pg';
import type { Database } from './database.ts';
import { startEmbedded, type EmbeddedOptions } from './embedded/embedded.ts';
import { prepareExternal } from './external.ts';
import { migrate } from './migrate.ts';

/**
 * Gives a migrated database: the embedded PostgreSQL in `dataDir`, or the one at `databaseUrl`.
 * Throws an Error whose message is a sentence for the person who starts the program.
 */
export async function prepareDatabase(
	config: { dataDir: string; databaseUrl: string | undefined },
	log: (line: string) => void,
	options: EmbeddedOptions = {},
): Promise<Database> {
	const database = config.databaseUrl
		? await prepareExternal(config.databaseUrl)
		: await startEmbedded(config.dataDir, log, options);
	try {
		const done = await migrate(database.owner);
		if (done.length > 0) log(`Database brought up to date (${done.length} migrations).`);
		await refuseRoleAboveTheRules(database.app);
		return database;
	} catch (error) {
		await database.stop();
		throw error;
	}
}

/** Row-level security does not bind superusers: the program never runs as one. */
export async function refuseRoleAboveTheRules(app: ClientConfig): Promise<void> {
	const client = new pg.Client(app);
	await client.connect();
	try {
		const { rows } = await client.query(
			'select rolname, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
		);
		if (rows[0]?.above === false) return;
		throw new Error(
			`The database role ${rows[0]?.rolname} can bypass row-level security, so Wijkagenda will not run as it; run: alter role ${rows[0]?.rolname} nosuperuser nobypassrls;`,
		);
	} finally {
		await client.end();
	}
}
