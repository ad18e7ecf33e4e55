import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg, { type ClientConfig } from 'pg';

/** One migration file: `migrations/NNNN_name.sql`. */
export type Migration = { name: string; sql: string; checksum: string };

/** The folder of the migrations, beside `src`. */
export const MIGRATIONS = path.resolve(import.meta.dirname, '../../../migrations');

// Any number that only Wijkagenda uses; two programs that start together migrate one by one.
const ADVISORY_LOCK = 7_120_250_531;

/**
 * Reads the migrations of a folder, in order.
 * Throws a sentence when a file's name is not NNNN_name.sql or a number is missing or double.
 */
export function readMigrations(folder: string): Migration[] {
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort();
	names.forEach((name, index) => {
		const expected = String(index + 1).padStart(4, '0');
		if (!new RegExp(`^${expected}_[a-z0-9_]+\\.sql$`).test(name)) {
			throw new Error(
				`The migration ${name} is out of order: expected a file ${expected}_name.sql.`,
			);
		}
	});
	return names.map((name) => {
		const sql = readFileSync(path.join(folder, name), 'utf8');
		return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
	});
}

/**
 * Brings a database up to date, forward only: every migration in a transaction of its own.
 * Gives the names of those that were run now. Throws a sentence when a migration that ran before
 * was changed, or when the database is newer than the program.
 */
export async function migrate(owner: ClientConfig, folder = MIGRATIONS): Promise<string[]> {
	const migrations = readMigrations(folder);
	const client = new pg.Client(owner);
	await client.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
		const done = await recorded(client);
		refuseWhatDoesNotMatch(migrations, done);
		const open = migrations.slice(done.length);
		for (const migration of open) await run(client, migration);
		return open.map((migration) => migration.name);
	} finally {
		await client.end();
	}
}

async function recorded(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
	const table = await client.query("select to_regclass('public.schema_migration') as found");
	if (table.rows[0].found === null) {
		await client.query(`create table public.schema_migration (
			name text primary key,
			checksum text not null,
			applied_at timestamptz not null default now()
		)`);
	}
	const { rows } = await client.query(
		'select name, checksum from public.schema_migration order by name',
	);
	return rows;
}

function refuseWhatDoesNotMatch(
	migrations: Migration[],
	done: { name: string; checksum: string }[],
): void {
	done.forEach(({ name, checksum }, index) => {
		const file = migrations[index];
		if (!file || file.name !== name) {
			throw new Error(
				`The database has had the migration ${name}, which this version of Wijkagenda does not have; start the newer version that ran it.`,
			);
		}
		if (file.checksum !== checksum) {
			throw new Error(
				`The migration ${name} was changed after it ran on this database; put the file back and add a new migration instead.`,
			);
		}
	});
}

async function run(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
	await client.query('begin');
	try {
		await client.query(sql);
		await client.query('insert into public.schema_migration (name, checksum) values ($1, $2)', [
			name,
			checksum,
		]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`The migration ${name} failed and changed nothing: ${reason}`, {
			cause: error,
		});
	}
}
