import pg, { type ClientConfig } from 'pg';
import type { Passwords } from './passwords.ts';

export const OWNER_ROLE = 'wijkagenda_owner';
export const APP_ROLE = 'wijkagenda_app';
export const DATABASE = 'wijkagenda';

/**
 * Makes the two roles and the database where they are missing: the owner, who migrates, and the
 * program's role, which row-level security always binds.
 * `mayCreateDatabases` lets the owner copy the database: for tests only.
 */
export async function ensureRoles(
	admin: ClientConfig,
	passwords: Passwords,
	mayCreateDatabases: boolean,
): Promise<void> {
	const client = new pg.Client(admin);
	await client.connect();
	try {
		const createdb = mayCreateDatabases ? 'CREATEDB' : 'NOCREATEDB';
		await ensureRole(client, OWNER_ROLE, passwords.owner, createdb);
		await ensureRole(client, APP_ROLE, passwords.app, 'NOCREATEDB');
		const existing = await client.query('select from pg_database where datname = $1', [DATABASE]);
		if (existing.rowCount === 0) {
			await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
			await client.query(`revoke all on database ${DATABASE} from public`);
			await client.query(`grant connect on database ${DATABASE} to ${APP_ROLE}`);
		}
	} finally {
		await client.end();
	}
}

async function ensureRole(
	client: pg.Client,
	role: string,
	password: string,
	createdb: string,
): Promise<void> {
	const existing = await client.query('select from pg_roles where rolname = $1', [role]);
	if (existing.rowCount !== 0) return;
	await client.query(
		`create role ${role} login nosuperuser nobypassrls nocreaterole noreplication ${createdb}
		 password ${client.escapeLiteral(password)}`,
	);
}
