import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The generated passwords of the three roles of the embedded PostgreSQL. */
export type Passwords = { admin: string; owner: string; app: string };

/**
 * The passwords that belong to a data folder, made on first use and readable by its owner only.
 * Throws a sentence when the database exists but its passwords are gone.
 */
export function passwordsOf(dataDir: string, databaseExists: boolean): Passwords {
	const file = path.join(dataDir, 'database-passwords.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
	if (databaseExists) {
		throw new Error(
			`The database exists but its passwords do not: put ${file} back from your backup.`,
		);
	}
	const fresh = () => randomBytes(24).toString('base64url');
	const passwords = { admin: fresh(), owner: fresh(), app: fresh() };
	writeFileSync(`${file}.new`, JSON.stringify(passwords, null, '\t'), { mode: 0o600 });
	renameSync(`${file}.new`, file);
	return passwords;
}
