import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg, { type ClientConfig } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launch, postgresOn, postmaster, start, until, type Running } from './program.ts';
import { freePort } from '../../scripts/support/free-port.ts';

let dataDir: string;
let settings: { DATA_DIR: string; PORT: string };
let started: Running[];

beforeEach(async () => {
	dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-start-'));
	chmodSync(dataDir, 0o755);
	settings = { DATA_DIR: dataDir, PORT: await freePort() };
	started = [];
});
afterEach(async () => {
	for (const { child, ended } of started) {
		child.kill('SIGTERM');
		await ended;
	}
	const left = postgresOnIfAny();
	left.forEach((pid) => process.kill(pid, 'SIGKILL'));
	rmSync(dataDir, { recursive: true, force: true });
});

function postgresOnIfAny(): number[] {
	try {
		return postgresOn(dataDir);
	} catch {
		return [];
	}
}

async function running(extra: Record<string, string> = {}, script?: string): Promise<Running> {
	const program = await start({ ...settings, ...extra }, script);
	started.push(program);
	return program;
}

/** What the program answers; any page will do. */
async function answers(url: string): Promise<boolean> {
	const response = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
	return response !== undefined && response.status < 500;
}

async function asOwner(sql: string): Promise<Record<string, unknown>[]> {
	const { owner } = JSON.parse(
		readFileSync(path.join(dataDir, 'database-passwords.json'), 'utf8'),
	) as { owner: string };
	const config: ClientConfig = {
		host: path.join(dataDir, 'socket'),
		user: 'wijkagenda_owner',
		password: owner,
		database: 'wijkagenda',
	};
	const client = new pg.Client(config);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

/** Leaves a row behind that must be there after whatever follows. */
async function leaveMark(): Promise<void> {
	await asOwner('create table mark as select 1 as it');
}
async function expectMark(): Promise<void> {
	expect(await asOwner('select it from mark')).toEqual([{ it: 1 }]);
}

describe('a start', () => {
	it('says where it is, answers there, and is ready within 5 seconds the second time', async () => {
		const first = await running();
		expect(first.output().trimEnd().split('\n')[0]).toBe('Creating the database…');
		expect(first.output()).toContain(`Wijkagenda is ready at ${first.url}\n`);
		expect(await answers(first.url)).toBe(true);
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);

		const from = Date.now();
		const second = await running();
		expect(Date.now() - from).toBeLessThan(5000);
		expect(second.output().split('\n')[0]).toBe(`Wijkagenda is ready at ${second.url}`);
	});

	it('on data that another process has names that process and ends', async () => {
		const first = await running();
		const second = launch({ ...settings, PORT: await freePort() });
		expect(await second.ended).toBe(1);
		expect(second.output().trim().split('\n')).toHaveLength(1);
		expect(second.output()).toContain(`process ${first.child.pid}, since `);
		expect(await answers(first.url)).toBe(true);
	});

	it('on a port that is taken says so in one sentence and leaves nothing running', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(Number(settings.PORT), '127.0.0.1', resolve));
		const program = launch(settings);
		expect(await program.ended).toBe(1);
		expect(program.output()).toContain(`Port ${settings.PORT} is already in use`);
		expect(postgresOn(dataDir)).toEqual([]);
		other.close();
	});

	it('with wrong settings names every one and touches nothing', async () => {
		const program = launch({ DATA_DIR: path.join(dataDir, 'new'), PORT: 'x', SMTP_URL: 'y' });
		expect(await program.ended).toBe(1);
		const names = program
			.output()
			.trim()
			.split('\n')
			.map((line) => line.split(' ')[0]);
		expect(names).toEqual(['PORT', 'SMTP_URL']);
	});

	it('in production refuses unsafe settings', async () => {
		const program = launch({ ...settings, NODE_ENV: 'production' });
		expect(await program.ended).toBe(1);
		expect(program.output()).toMatch(/^PUBLIC_URL .+\nSMTP_URL .+\nMAIL_FROM .+\n$/);
	});

	it('copes with a data folder whose path is too long for a socket', async () => {
		const deep = path.join(dataDir, 'd'.repeat(60), 'e'.repeat(60));
		const program = await running({ DATA_DIR: deep });
		expect(await answers(program.url)).toBe(true);
	});
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
	it('keeps the database where PostgreSQL can reach it when the folder is closed, and says where', async () => {
		const closed = path.join(dataDir, 'closed');
		mkdirSync(closed, { mode: 0o700 });
		const deep = path.join(closed, 'var');
		const program = await running({ DATA_DIR: deep });
		const place = /The database is kept in (\S+),/.exec(program.output())?.[1] ?? '';
		expect(readFileSync(path.join(place, 'BELONGS-TO'), 'utf8').trim()).toBe(deep);
		program.child.kill('SIGTERM');
		await program.ended;
		const again = await running({ DATA_DIR: deep });
		expect(again.output()).toContain(place);
		again.child.kill('SIGTERM');
		await again.ended;
		rmSync(place, { recursive: true });
	});

	it('does not run PostgreSQL as root', async () => {
		await running();
		const status = readFileSync(`/proc/${postmaster(dataDir)}/status`, 'utf8');
		expect(status).toMatch(/^Uid:\t[1-9]/m);
		expect(status).toMatch(/^Groups:\t *$/m);
	});
});

describe('a stop', () => {
	it.each(['SIGTERM', 'SIGINT'] as const)('by %s ends both in order', async (signal) => {
		const program = await running();
		expect(postgresOn(dataDir)).not.toEqual([]);
		program.child.kill(signal);
		program.child.kill(signal);
		expect(await program.ended).toBe(0);
		expect(postgresOn(dataDir)).toEqual([]);
	});

	it('during the start ends both as well', async () => {
		const program = launch(settings);
		await until(() => postgresOnIfAny().length > 0);
		program.child.kill('SIGTERM');
		expect(await program.ended).toBe(0);
		expect(postgresOn(dataDir)).toEqual([]);
	});

	it('passes through the script that npm runs', async () => {
		const program = await running({}, 'scripts/run.mjs scripts/start.ts');
		program.child.kill('SIGTERM');
		expect(await program.ended).toBe(0);
		expect(postgresOn(dataDir)).toEqual([]);
	});

	it('follows when the script that npm runs is killed', async () => {
		const program = await running({}, 'scripts/run.mjs scripts/start.ts');
		program.child.kill('SIGKILL');
		await program.ended;
		await until(() => postgresOn(dataDir).length === 0);
		expect(await answers(program.url)).toBe(false);
	});
});

describe('after kill -9', () => {
	it('of the program the next start takes over and has the data', async () => {
		const first = await running();
		await leaveMark();
		const orphan = postmaster(dataDir);
		first.child.kill('SIGKILL');
		await first.ended;
		expect(postgresOn(dataDir)).toContain(orphan);
		const second = await running();
		await expectMark();
		expect(postgresOn(dataDir)).not.toContain(orphan);
		expect(await answers(second.url)).toBe(true);
	});

	it('of PostgreSQL the running program starts it again', async () => {
		const program = await running();
		await leaveMark();
		const killed = postmaster(dataDir);
		process.kill(killed, 'SIGKILL');
		await until(() => program.output().includes('PostgreSQL is running again.'));
		await expectMark();
		expect(postmaster(dataDir)).not.toBe(killed);
		expect(program.child.exitCode).toBeNull();
	});

	it('of both the next start recovers', async () => {
		const first = await running();
		await leaveMark();
		first.child.kill('SIGKILL');
		process.kill(postmaster(dataDir), 'SIGKILL');
		await first.ended;
		await running();
		await expectMark();
	});

	it('does not mistake another program for the one that had the data', async () => {
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		// This test's own process, with the start time of an earlier one of the same number.
		const stale = {
			pid: process.pid,
			since: '2020-01-01T00:00:00Z',
			birth: `${boot} ${process.pid} 1`,
		};
		writeFileSync(path.join(dataDir, 'wijkagenda.pid'), JSON.stringify(stale));
		expect(await answers((await running()).url)).toBe(true);
	});

	it('does not stop another program that got the number of PostgreSQL', async () => {
		const first = await running();
		first.child.kill('SIGTERM');
		await first.ended;
		const lock = path.join(dataDir, 'postgres/postmaster.pid');
		writeFileSync(lock, `${process.pid}\n${path.join(dataDir, 'postgres')}\n`);
		expect(await answers((await running()).url)).toBe(true);
	});
});
