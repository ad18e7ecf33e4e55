import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyColumns, copyRows } from '#features/publications/copy-rows.ts';
import { fileAt } from '#features/publications/import-source.ts';
import { figuresOfArea } from '#features/figures/profile.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { createPool } from '#server/database/pool.ts';
import { reading } from '#server/database/transaction.ts';
import { ROOT } from '../support/build.ts';
import { medianMilliseconds, send } from './load.ts';
import { writeMadeUpCountry } from './made-up-country.ts';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

/** The whole country's key figures: CBS's own file when it is there, else an invented one of the same shape. */
async function countryFile(stage: Stage): Promise<string> {
	const shared = path.join(
		process.env.WIJKAGENDA_SHARED ?? path.join(ROOT, '../shared'),
		'data/cbs-kwb-2020/kwb2020_heel_nederland.csv.gz',
	);
	if (existsSync(shared)) return shared;
	const folder = path.join(stage.dataDir, 'bench');
	mkdirSync(folder, { recursive: true });
	return writeMadeUpCountry(path.join(folder, 'kwb2020_verzonnen.csv'));
}

/** Importing the country against a raw COPY of the same rows; then a profile page against its SQL. */
export async function benchFigures(stage: Stage): Promise<Result[]> {
	const file = await countryFile(stage);
	const raw = await rawCopy(stage, file);
	const imported = await importInItsOwnProcess(stage, file);
	return [
		compared(
			'Importing the whole country (figures per second)',
			imported.figures / imported.seconds,
			'per second',
			{ name: 'a raw COPY of the same rows', value: raw.figures / raw.seconds },
			'at least half',
		),
		{
			name: 'Memory of the importing process at its highest',
			value: Math.round(imported.megabytes),
			unit: 'MB',
			yardstick: '',
			ratio: null,
			aim: 'under 300 MB',
		},
		...(await profile(stage)),
	];
}

async function rawCopy(stage: Stage, file: string): Promise<{ figures: number; seconds: number }> {
	const client = new pg.Client(stage.owner);
	await client.connect();
	// The same table with its keys and checks, but for whom it refers to: those rows are not there yet.
	await client.query('CREATE TABLE copied (LIKE area_figures INCLUDING ALL)');
	const began = performance.now();
	await client.query('BEGIN');
	const copy = client.query(copyFrom(`COPY copied (${copyColumns.join(', ')}) FROM STDIN`));
	const key = { municipalityId: stage.municipalityId, publicationId: newId() };
	await pipeline(Readable.from(copyRows(fileAt(file), key)), copy);
	await client.query('COMMIT');
	const seconds = (performance.now() - began) / 1000;
	const { rows } = await client.query(
		'SELECT sum(cardinality(values))::integer AS figures FROM copied',
	);
	await client.query('DROP TABLE copied');
	await client.end();
	return { figures: rows[0].figures, seconds };
}

function importInItsOwnProcess(
	stage: Stage,
	file: string,
): Promise<{ figures: number; seconds: number; megabytes: number }> {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			[
				'scripts/bench/import-child.ts',
				JSON.stringify({ app: stage.app, municipalityId: stage.municipalityId, file }),
			],
			{
				cwd: ROOT,
				stdio: ['ignore', 'pipe', 'inherit'],
			},
		);
		let output = '';
		child.stdout.on('data', (part: Buffer) => (output += part.toString()));
		child.on('exit', (code) =>
			code === 0 ? resolve(JSON.parse(output)) : reject(new Error('The import failed.')),
		);
	});
}

async function profile(stage: Stage): Promise<Result[]> {
	const agent = new http.Agent({ keepAlive: true });
	const area = 'GM0202';
	const page = await medianMilliseconds(40, async () => {
		const { status } = await send(stage.url, agent, {
			method: 'GET',
			path: `/arnhem/gebieden/${area}`,
			headers: {},
		});
		if (status !== 200) throw new Error(`The profile answered ${status}.`);
	});
	agent.destroy();
	const pool = createPool(stage.app, 1);
	const visitor: Actor = {
		kind: 'visitor',
		municipalityId: stage.municipalityId,
		language: 'nl',
		address: '',
	};
	const sql = await medianMilliseconds(40, () =>
		reading(pool, scopeOf(visitor), (reader) => figuresOfArea(reader, visitor, area)),
	);
	await pool.end();
	return [
		compared(
			'A profile page of an area, the country loaded',
			page,
			'ms',
			{ name: 'its SQL over the driver', value: sql },
			'at most 1.5 times',
		),
	];
}
