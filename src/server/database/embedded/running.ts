import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ClientConfig } from 'pg';
import { passwordsOf } from './passwords.ts';
import { APP_ROLE, DATABASE, OWNER_ROLE } from './roles.ts';

/**
 * How to reach the embedded PostgreSQL that another process runs on this data folder, as its own lock file tells.
 * Throws a sentence when none is running there.
 */
export function runningEmbedded(dataDir: string): { owner: ClientConfig; app: ClientConfig } {
	const folder = realpathSync(dataDir);
	const lock = path.join(folder, 'postgres', 'postmaster.pid');
	if (!existsSync(lock)) throw new Error(`No PostgreSQL is running on ${folder}.`);
	// postmaster.pid: process, data folder, start, port, socket folder, address (PostgreSQL's miscadmin.h).
	const [, , , port = '', socket = '', address = ''] = readFileSync(lock, 'utf8').split('\n');
	const passwords = passwordsOf(folder, true);
	const login = (user: string, password: string): ClientConfig => ({
		host: socket || address,
		port: Number(port),
		user,
		password,
		database: DATABASE,
	});
	return { owner: login(OWNER_ROLE, passwords.owner), app: login(APP_ROLE, passwords.app) };
}
