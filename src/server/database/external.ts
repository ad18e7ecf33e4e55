import pg, { type ClientConfig } from 'pg';
import { APP_ROLE } from './embedded/roles.ts';
import type { Database } from './database.ts';

const OLDEST_SERVER = 150_000;

/**
 * Prepares a PostgreSQL of one's own: checks its version and makes sure that the program's role
 * exists and that the URL's user may take it on. The owner connects as the URL says; the program
 * connects the same way and takes on its role at once.
 * Throws a sentence, with the SQL to run when the user may not do so itself.
 */
export async function prepareExternal(databaseUrl: string): Promise<Database> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await connect(client, databaseUrl);
	try {
		await refuseOldServer(client);
		await ensureAppRole(client);
	} finally {
		await client.end();
	}
	return {
		owner: { connectionString: databaseUrl },
		app: withRole(databaseUrl),
		stopping: () => undefined,
		stop: async () => undefined,
	};
}

/** The connection with the program's role, keeping options that the URL itself may hold. */
export function withRole(databaseUrl: string): ClientConfig {
	const url = new URL(databaseUrl);
	const given = url.searchParams.get('options');
	url.searchParams.set('options', [given, `-c role=${APP_ROLE}`].filter(Boolean).join(' '));
	// URLSearchParams writes a space as +, which PostgreSQL's URLs do not know.
	return { connectionString: url.href.replaceAll('+', '%20') };
}

async function connect(client: pg.Client, databaseUrl: string): Promise<void> {
	try {
		await client.connect();
	} catch (error) {
		const { host, pathname } = new URL(databaseUrl);
		const reason = error instanceof Error && error.message ? error.message : 'no answer';
		throw new Error(
			`The database at DATABASE_URL (${host}${pathname}) cannot be used: ${reason}. Check the address, the user and the password.`,
			{ cause: error },
		);
	}
}

async function refuseOldServer(client: pg.Client): Promise<void> {
	const { rows } = await client.query(
		"select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
	);
	if (rows[0].number >= OLDEST_SERVER) return;
	throw new Error(
		`The database at DATABASE_URL is PostgreSQL ${rows[0].version}; Wijkagenda needs 15 or newer.`,
	);
}

async function ensureAppRole(client: pg.Client): Promise<void> {
	const exists = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
	if (exists.rowCount === 0) {
		await orSay(client, `create role ${APP_ROLE} nologin nosuperuser nobypassrls;`);
	}
	const { rows } = await client.query(
		`select current_user as name, pg_has_role(current_user, $1,
			case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end
		) as may`,
		[APP_ROLE],
	);
	if (rows[0].may) return;
	await orSay(client, `grant ${APP_ROLE} to ${client.escapeIdentifier(rows[0].name)};`);
}

/** Runs one line of SQL, or asks a person who may. */
async function orSay(client: pg.Client, sql: string): Promise<void> {
	try {
		await client.query(sql);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`The user of DATABASE_URL may not prepare the program's role (${reason}). Ask the database administrator to run: ${sql}`,
			{ cause: error },
		);
	}
}
