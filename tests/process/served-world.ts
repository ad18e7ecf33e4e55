import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ClientConfig } from 'pg';
import type { Member } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { createPool } from '#server/database/pool.ts';
import { fill, type FilledWorld } from '#tests/support/filled-world.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { worldIn } from '#tests/support/world.ts';
import { start, type Running } from './program.ts';
import { freePort } from '../../scripts/support/free-port.ts';

/** A started program with two filled municipalities of our own in it, beside whatever the program brings. */
export interface Served {
	program: Running;
	settings: Record<string, string>;
	dataDir: string;
	owner: ClientConfig;
	world: FilledWorld;
	/** Makes a session or token of a member; gives its secret. */
	signIn(member: Member, kind: 'browser' | 'token'): Promise<string>;
	/** Starts the program again, after it was killed. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts the built program in a data folder of its own and fills it. */
export async function serve(extra: Record<string, string> = {}): Promise<Served> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-served-'));
	chmodSync(dataDir, 0o755);
	const settings = { DATA_DIR: dataDir, PORT: await freePort(), ...extra };
	const served = { program: await start(settings), settings, dataDir };
	const owner = connection(dataDir, 'owner');
	const pool = createPool(connection(dataDir, 'app'), 2);
	const database = { owner, app: connection(dataDir, 'app'), drop: async () => {} };
	const world = await fill(
		await worldIn(database, pool, systemClock, [
			['Duinstad', 'duinstad', 'GM9001'],
			['Kwelderstad', 'kwelderstad', 'GM9002'],
		]),
	);
	await pool.end();
	return Object.assign(served, {
		owner,
		world,
		async signIn(member: Member, kind: 'browser' | 'token') {
			const secret = randomBytes(32).toString('base64url');
			await sqlAsOwner(
				owner,
				`INSERT INTO session (municipality_id, digest, membership_id, kind, created_at, expires_at)
				 VALUES ($1, $2, $3, $4, now(), now() + interval '1 day')`,
				[member.municipalityId, digestOf(secret), member.membershipId, kind],
			);
			return secret;
		},
		async restart() {
			served.program = await start(settings);
		},
		async stop() {
			served.program.child.kill('SIGTERM');
			await served.program.ended;
			rmSync(dataDir, { recursive: true, force: true });
		},
	});
}

function connection(dataDir: string, role: 'owner' | 'app'): ClientConfig {
	const file = readFileSync(path.join(dataDir, 'database-passwords.json'), 'utf8');
	return {
		host: path.join(dataDir, 'socket'),
		user: `wijkagenda_${role}`,
		password: (JSON.parse(file) as Record<string, string>)[role],
		database: 'wijkagenda',
	};
}
