import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDatabase, refuseRoleAboveTheRules } from '#server/database/connection.ts';
import { withRole } from '#server/database/external.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());

async function one(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>> {
	const client = new pg.Client(config);
	await client.connect();
	try {
		return (await client.query(sql)).rows[0] ?? {};
	} finally {
		await client.end();
	}
}

describe("the program's connection", () => {
	it('is bound by row-level security', async () => {
		await expect(refuseRoleAboveTheRules(database.app)).resolves.toBeUndefined();
		const role = await one(
			database.app,
			'select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
		);
		expect(role).toEqual({
			rolname: 'wijkagenda_app',
			rolsuper: false,
			rolbypassrls: false,
			rolcreaterole: false,
		});
	});

	it('cannot make tables', async () => {
		await expect(one(database.app, 'create table forbidden (id int)')).rejects.toThrow(
			/permission denied/,
		);
	});

	it('stores text as UTF-8 and sorts Dutch when asked', async () => {
		const order = await one(
			database.app,
			`select array_agg(w order by w collate "nl-x-icu") as words, current_setting('server_encoding') as encoding
			 from unnest(array['zwart','Élan','eik','Aa']) as w`,
		);
		expect(order).toEqual({ words: ['Aa', 'eik', 'Élan', 'zwart'], encoding: 'UTF8' });
	});
});

describe('a PostgreSQL of one’s own', () => {
	it('gets the program’s role in every session of the pool', () => {
		expect(withRole('postgres://u:p%40ss@db.example/w?sslmode=require').connectionString).toBe(
			'postgres://u:p%40ss@db.example/w?sslmode=require&options=-c%20role%3Dwijkagenda_app',
		);
		expect(withRole('postgres://u@db.example/w?options=-c%20jit%3Doff').connectionString).toBe(
			'postgres://u@db.example/w?options=-c%20jit%3Doff%20-c%20role%3Dwijkagenda_app',
		);
	});

	it('that does not answer is named in a sentence, without the password', async () => {
		const attempt = prepareDatabase(
			{ dataDir: '/nonexistent', databaseUrl: 'postgres://someone:secret@127.0.0.1:1/w' },
			() => undefined,
		);
		await expect(attempt).rejects.toThrow(/DATABASE_URL \(127\.0\.0\.1:1\/w\) cannot be used/);
		await expect(attempt).rejects.not.toThrow(/secret/);
	});
});
