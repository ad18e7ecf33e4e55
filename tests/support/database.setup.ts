import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareDatabase } from '#server/database/connection.ts';
import type { Database } from '#server/database/database.ts';

let started: { database: Database; folder: string } | undefined;

/**
 * Before the first test: one migrated PostgreSQL, which `testDatabase()` copies databases from.
 * WIJKAGENDA_TEST_DATABASE names one that runs already; WIJKAGENDA_TEST_DATABASE_URL an external
 * PostgreSQL (15 or newer) whose user may create databases.
 */
export async function setup(): Promise<void> {
	if (process.env.WIJKAGENDA_TEST_DATABASE) return;
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-test-'));
	chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user who must be able to enter
	const settings = {
		dataDir: folder,
		databaseUrl: process.env.WIJKAGENDA_TEST_DATABASE_URL || undefined,
	};
	const database = await prepareDatabase(settings, () => undefined, {
		durable: false,
		mayCreateDatabases: true,
	});
	started = { database, folder };
	const { owner, app } = database;
	process.env.WIJKAGENDA_TEST_DATABASE = JSON.stringify({ owner, app });
}

export async function teardown(): Promise<void> {
	if (!started) return;
	delete process.env.WIJKAGENDA_TEST_DATABASE;
	await started.database.stop();
	rmSync(started.folder, { recursive: true, force: true });
}
