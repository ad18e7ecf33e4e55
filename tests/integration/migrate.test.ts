import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '#server/database/migrate.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';

let folder: string;
let database: TestDatabase;

beforeEach(async () => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
	database = await testDatabase();
	await query('drop table if exists schema_migration cascade');
});
afterEach(async () => {
	rmSync(folder, { recursive: true });
	await database.drop();
});

function file(name: string, sql: string): void {
	writeFileSync(path.join(folder, name), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client(database.owner);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

describe('migrations', () => {
	it('run in order, once', async () => {
		file('0001_one.sql', 'create table one_of_test (id int)');
		file('0002_two.sql', 'insert into one_of_test values (1), (2)');
		expect(await migrate(database.owner, folder)).toEqual(['0001_one.sql', '0002_two.sql']);
		expect(await migrate(database.owner, folder)).toEqual([]);
		expect(await query('select count(*)::int as n from one_of_test')).toEqual([{ n: 2 }]);
	});

	it('run once when two programs start together', async () => {
		file('0001_one.sql', 'create table one_of_test (id int)');
		const both = await Promise.all([1, 2].map(() => migrate(database.owner, folder)));
		expect(both.flat()).toEqual(['0001_one.sql']);
	});

	it('that fail change nothing, and say which one and why', async () => {
		file('0001_one.sql', 'create table one_of_test (id int); select no_such_column');
		await expect(migrate(database.owner, folder)).rejects.toThrow(
			/0001_one\.sql failed and changed nothing.+no_such_column/,
		);
		expect(await query("select to_regclass('one_of_test') as found")).toEqual([{ found: null }]);
	});

	it('that were changed after they ran are refused', async () => {
		file('0001_one.sql', 'create table one_of_test (id int)');
		await migrate(database.owner, folder);
		file('0001_one.sql', 'create table one_of_test (id bigint)');
		await expect(migrate(database.owner, folder)).rejects.toThrow(/0001_one\.sql was changed/);
	});

	it('of a newer version are recognised', async () => {
		file('0001_one.sql', 'select 1');
		file('0002_two.sql', 'select 1');
		await migrate(database.owner, folder);
		rmSync(path.join(folder, '0002_two.sql'));
		await expect(migrate(database.owner, folder)).rejects.toThrow(/start the newer version/);
	});

	it.each([['0002_first.sql'], ['1_first.sql'], ['0001_First.sql']])(
		'with the name %s are refused',
		(name) => {
			file(name, 'select 1');
			expect(() => readMigrations(folder)).toThrow(/out of order/);
		},
	);
});

describe('the migrations of Wijkagenda', () => {
	it('do nothing on top of themselves', async () => {
		const fresh = await testDatabase();
		try {
			expect(await migrate(fresh.owner)).toEqual([]);
		} finally {
			await fresh.drop();
		}
	});
});
