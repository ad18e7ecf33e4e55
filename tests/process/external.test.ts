import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded, type Embedded } from '#server/database/embedded/embedded.ts';
import { launch, start } from './program.ts';
import { freePort } from '../../scripts/support/free-port.ts';

// A PostgreSQL that only speaks to the program through DATABASE_URL.
let folder: string;
let server: Embedded;
let admin: string;
let name = 0;
let databaseUrl: string;

beforeAll(async () => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-external-'));
	chmodSync(folder, 0o755);
	server = await startEmbedded(folder, () => undefined, { durable: false });
	const file = readFileSync(path.join(folder, 'database-passwords.json'), 'utf8');
	const { admin: password } = JSON.parse(file) as { admin: string };
	admin = url('wijkagenda_admin', password, 'postgres');
	await sql(admin, 'drop database wijkagenda', 'drop role wijkagenda_app');
	await sql(admin, "create role tenant login password 'tenant'");
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});
beforeEach(async () => {
	name += 1;
	await sql(admin, `create database own_${name} owner tenant`);
	databaseUrl = url('tenant', 'tenant', `own_${name}`);
});

function url(user: string, password: string, database: string): string {
	const socket = encodeURIComponent(server.owner.host ?? '');
	return `postgres://${user}:${password}@localhost/${database}?host=${socket}`;
}

async function sql(connectionString: string, ...statements: string[]): Promise<unknown[]> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	try {
		for (const statement of statements.slice(0, -1)) await client.query(statement);
		return (await client.query(statements.at(-1) ?? '')).rows;
	} finally {
		await client.end();
	}
}

describe('with DATABASE_URL', () => {
	it('a user who may not make the role is told the line to run; after that line it starts', async () => {
		const settings = { DATABASE_URL: databaseUrl, PORT: await freePort(), DATA_DIR: folder };
		const refused = launch(settings);
		expect(await refused.ended).toBe(1);
		const line = /run: (create role .+;)\n$/.exec(refused.output())?.[1] ?? '';
		expect(line).toContain('wijkagenda_app');
		await sql(admin, line);

		const again = launch(settings);
		expect(await again.ended).toBe(1);
		const grant = /run: (grant .+;)\n$/.exec(again.output())?.[1] ?? '';
		expect(grant).toBe('grant wijkagenda_app to "tenant";');
		await sql(admin, grant);

		const program = await start(settings);
		program.child.kill('SIGTERM');
		expect(await program.ended).toBe(0);
		expect(await sql(databaseUrl, 'select count(*) > 0 as done from schema_migration')).toEqual([
			{ done: true },
		]);
	});

	it('two programs run on one database', async () => {
		const settings = { DATABASE_URL: databaseUrl, DATA_DIR: folder };
		const both = await Promise.all(
			[await freePort(), await freePort()].map((PORT) => start({ ...settings, PORT })),
		);
		for (const { child } of both) child.kill('SIGTERM');
		expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
	});

	it('a role above row-level security is refused', async () => {
		await sql(admin, 'alter role wijkagenda_app bypassrls');
		const program = launch({ DATABASE_URL: databaseUrl, PORT: await freePort(), DATA_DIR: folder });
		expect(await program.ended).toBe(1);
		expect(program.output()).toMatch(
			/wijkagenda_app can bypass row-level security.+alter role wijkagenda_app nosuperuser nobypassrls;/,
		);
		await sql(admin, 'alter role wijkagenda_app nobypassrls');
	});
});
