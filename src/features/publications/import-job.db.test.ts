import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';
import { takeUpImports } from './import-job.server.ts';

const { kernel, database } = await testWorld();

it('a connection that PostgreSQL ends while it looks for imports is an error of that look, not the end of the program', async () => {
	const holder = new pg.Client(database.owner);
	await holder.connect();
	await holder.query('BEGIN; LOCK TABLE figure_import');
	const looking = expect(takeUpImports(kernel, database.owner)).rejects.toThrow(/terminat/);
	await vi.waitFor(async () => {
		const ended = await sqlAsOwner(
			database.owner,
			`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'
				AND datname = current_database() AND query LIKE '%FROM figure_import%' AND pid <> pg_backend_pid()`,
		);
		expect(ended).toHaveLength(1);
	});
	await looking;
	await holder.end();
	// The next look finds the database as it was.
	await takeUpImports(kernel, database.owner);
});
