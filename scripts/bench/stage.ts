import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { newId } from '#kernel/id.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { runningEmbedded } from '#server/database/embedded/running.ts';
import { asOwner } from '#server/database/owner.ts';
import { ROOT } from '../support/build.ts';
import { freePort } from '../support/free-port.ts';

/** The program as people run it, with fsync on, in a folder of its own, and the example loaded. */
export interface Stage {
	url: string;
	dataDir: string;
	/** Of the process manager of the example. */
	token: string;
	cookie: string;
	municipalityId: string;
	membershipId: string;
	organisationId: string;
	trajectoryId: string;
	owner: ClientConfig;
	app: ClientConfig;
	/** Resident memory of the program, without PostgreSQL, in MB. */
	memory(): number;
	stop(): Promise<void>;
}

/** Builds, starts and signs in. */
export async function openStage(log: (line: string) => void): Promise<Stage> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-bench-'));
	chmodSync(dataDir, 0o755);
	const port = await freePort();
	const child = spawn(process.execPath, [...process.execArgv, 'scripts/start.ts'], {
		cwd: ROOT,
		env: {
			...process.env,
			PORT: port,
			DATA_DIR: dataDir,
			DATABASE_URL: '',
			NODE_ENV: 'development',
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	let output = '';
	child.stdout.on('data', (part: Buffer) => (output += part.toString()));
	while (!output.includes('is ready at')) {
		if (child.exitCode !== null) throw new Error(`The program did not start: ${output}`);
		await sleep(50);
	}
	log('The program runs.');
	const connections = runningEmbedded(dataDir);
	return {
		url: `http://localhost:${port}`,
		dataDir,
		...connections,
		...(await signIn(connections.owner)),
		memory: () => residentMegabytes(child.pid ?? 0),
		async stop() {
			child.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

/** A token and a cookie for the process manager of the example, straight into the database. */
async function signIn(owner: ClientConfig) {
	return asOwner(owner, async (tx) => {
		const member = await tx
			.selectFrom('membership')
			.select(['municipality_id', 'id', 'organisation_id'])
			.where('role', '=', 'process_manager')
			.executeTakeFirstOrThrow();
		const { id: trajectoryId } = await tx
			.selectFrom('trajectory')
			.select('id')
			.executeTakeFirstOrThrow();
		const secrets = { token: newSecret(), cookie: newSecret() };
		for (const [kind, secret] of [
			['token', secrets.token],
			['browser', secrets.cookie],
		] as const)
			await tx
				.insertInto('session')
				.values({
					municipality_id: member.municipality_id,
					digest: digestOf(secret),
					membership_id: member.id,
					kind,
					created_at: new Date(),
					expires_at: new Date(Date.now() + 24 * 60 * 60 * 1000),
				})
				.execute();
		return {
			...secrets,
			municipalityId: member.municipality_id,
			membershipId: member.id,
			organisationId: member.organisation_id,
			trajectoryId,
		};
	});
}

function residentMegabytes(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Adds a trajectory of its own beside that of the example, for what would be in the way there. Gives its id. */
export async function addTrajectory(stage: Stage, areaSlug: string): Promise<string> {
	const id = newId();
	await asOwner(stage.owner, async (tx) => {
		const like = await tx
			.selectFrom('trajectory')
			.selectAll()
			.where('id', '=', stage.trajectoryId)
			.executeTakeFirstOrThrow();
		const own = { id, area_slug: areaSlug, area_name: 'Bench', start_year: 2026, end_year: 2030 };
		await tx
			.insertInto('trajectory')
			.values({ ...like, ...own, public_parts: [] })
			.execute();
	});
	return id;
}
