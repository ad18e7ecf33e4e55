import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ClientConfig } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { MIGRATIONS, migrate, readMigrations } from '#server/database/migrate.ts';
import { SCHEMA_FILE, schemaTypes } from '../../scripts/support/schema-types.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';

const migrations = readMigrations(MIGRATIONS);
const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
const migrated = await testDatabase();
const emptied = await testDatabase();
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await migrated.drop();
	await emptied.drop();
});

async function empty(owner: ClientConfig): Promise<void> {
	await sqlAsOwner(owner, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC'); // prettier-ignore
}

/** Everything that migrations make: tables, columns, keys, indexes, policies, functions, rights. */
async function shapeOf(owner: ClientConfig): Promise<object[]> {
	return sqlAsOwner(
		owner,
		`SELECT 'column' AS kind, concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, identity_generation) AS what
			FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migration'
		UNION ALL SELECT 'constraint', concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
		UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
		UNION ALL SELECT 'policy', concat_ws(' ', tablename, policyname, permissive, cmd, qual, with_check) FROM pg_policies WHERE schemaname = 'public'
		UNION ALL SELECT 'secured', concat_ws(' ', relname, relrowsecurity) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
		UNION ALL SELECT 'function', pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc WHERE pronamespace = 'public'::regnamespace
		UNION ALL SELECT 'trigger', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
		UNION ALL SELECT 'right', concat_ws(' ', table_name, grantee, privilege_type) FROM information_schema.role_table_grants WHERE table_schema = 'public'
		ORDER BY 1, 2`,
	);
}

it('from empty, one release after another, lead to the same as all at once', async () => {
	const wanted = await shapeOf(migrated.owner);
	expect(wanted.length).toBeGreaterThan(300);
	await empty(emptied.owner);
	for (const { name } of migrations) {
		copyFileSync(path.join(MIGRATIONS, name), path.join(folder, name));
		expect(await migrate(emptied.owner, folder)).toEqual([name]);
		expect(await migrate(emptied.owner, folder)).toEqual([]);
	}
	expect(await shapeOf(emptied.owner)).toEqual(wanted);
});

it('run again on top of themselves change nothing', async () => {
	const before = await shapeOf(migrated.owner);
	expect(await migrate(migrated.owner)).toEqual([]);
	expect(await shapeOf(migrated.owner)).toEqual(before);
});

it('are refused when an old file was changed', async () => {
	const [first] = migrations;
	await sqlAsOwner(migrated.owner, "UPDATE schema_migration SET checksum = 'x' WHERE name = $1", [first?.name]); // prettier-ignore
	await expect(migrate(migrated.owner)).rejects.toThrow(`${first?.name} was changed`);
	await sqlAsOwner(migrated.owner, 'UPDATE schema_migration SET checksum = $2 WHERE name = $1', [first?.name, first?.checksum]); // prettier-ignore
});

it('match the types that the program is checked with', { timeout: 60_000 }, async () => {
	expect(await schemaTypes(migrated.owner)).toBe(readFileSync(SCHEMA_FILE, 'utf8'));
});
