import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { giveTo, type Home } from './home.ts';

const run = promisify(execFile);

/** The superuser of the embedded PostgreSQL: makes the roles and the database, nothing else. */
export const ADMIN_ROLE = 'wijkagenda_admin';

/**
 * Makes an empty database cluster, once. It appears under its final name only when it is complete,
 * so that a kill half-way leaves nothing that looks like a database.
 */
export async function initialise(home: Home, password: string): Promise<void> {
	if (existsSync(path.join(home.data, 'PG_VERSION'))) return;
	const unfinished = `${home.data}.new`;
	const passwordFile = `${home.data}.password`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { mode: 0o700 });
	giveTo(unfinished, home.identity);
	try {
		writeFileSync(passwordFile, password, { mode: 0o600 });
		giveTo(passwordFile, home.identity);
		await run(
			home.binaries.initdb,
			[
				`--pgdata=${unfinished}`,
				`--username=${ADMIN_ROLE}`,
				`--pwfile=${passwordFile}`,
				'--auth=scram-sha-256',
				'--encoding=UTF8',
				// The built-in order of characters never changes with the operating system's libraries.
				'--locale=C',
				'--locale-provider=builtin',
				'--builtin-locale=C.UTF-8',
				'--text-search-config=dutch',
			],
			{ cwd: '/', ...home.identity },
		);
	} catch (error) {
		throw new Error(whyNot(error), { cause: error });
	} finally {
		rmSync(passwordFile, { force: true });
	}
	renameSync(unfinished, home.data);
}

function whyNot(error: unknown): string {
	const said = String((error as { stderr?: string }).stderr ?? '').trim() || String(error);
	if (/could not look up effective user ID/.test(said)) {
		return `PostgreSQL cannot make a database as user ${process.getuid?.()}, who has no line in /etc/passwd; add one, or start Wijkagenda as a user who has.`;
	}
	return `The database could not be made: ${said.split('\n').at(-1)}`;
}
