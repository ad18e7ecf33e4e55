import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copyColumns, copyRows } from '#features/publications/copy-rows.ts';
import { fileAt } from '#features/publications/import-source.ts';
import { newId } from '#kernel/id.ts';
import { ROOT } from '../support/build.ts';
import { pageResults, timePages } from './figure-pages.ts';
import { writeMadeUpCountry } from './made-up-country.ts';
import { writeShiftedYear } from './national-years.ts';
import { compared, single, type Result } from './result.ts';
import type { Stage } from './stage.ts';
import { benchWholeCountry } from './whole-country.ts';

const newest = { table: '84799NED', year: 2020 };

/** The whole country's key figures: CBS's own file when it is there, else an invented one of the same shape. */
async function countryFile(stage: Stage): Promise<string> {
	const shared = path.join(
		process.env.WIJKAGENDA_SHARED ?? path.join(ROOT, '../shared'),
		'data/cbs-kwb-2020/kwb2020_heel_nederland.csv.gz',
	);
	if (existsSync(shared)) return shared;
	return writeMadeUpCountry(path.join(benchFolder(stage), 'kwb2020_verzonnen.csv'));
}

function benchFolder(stage: Stage): string {
	const folder = path.join(stage.dataDir, 'bench');
	mkdirSync(folder, { recursive: true });
	return folder;
}

/**
 * Importing the country against a raw COPY of the same rows; then the pages with figures, with one year of the country
 * and with ten.
 */
export async function benchFigures(stage: Stage): Promise<Result[]> {
	const file = await countryFile(stage);
	const imported = await importInItsOwnProcess(stage, file, newest);
	const raw = await rawCopy(stage, file);
	const one = await timePages(stage);
	const folder = benchFolder(stage);
	for (let year = newest.year - 9; year < newest.year; year += 1)
		await importInItsOwnProcess(stage, await writeShiftedYear(file, year, folder), {
			table: `${year}`,
			year,
		});
	return [
		compared(
			'Importing the whole country (figures per second)',
			imported.figures / imported.seconds,
			'per second',
			{ name: 'a raw COPY of the same rows', value: raw.figures / raw.seconds },
			'at least half',
		),
		single(
			'Memory of the importing process at its highest',
			imported.megabytes,
			'MB',
			'under 300 MB',
		),
		...pageResults(one, await timePages(stage)),
		...(await benchWholeCountry(stage)),
	];
}

/** What an import writes beside the figures themselves. */
const rowsBeside = ['area', 'area_finder', 'area_gram', 'series', 'series_spread'];

/**
 * A raw COPY of the rows that an import of the file has just written: the figures straight from the file, and the areas,
 * what finds them, the series and their places as they lie in the tables. Into the same tables with their keys and
 * checks, but for whom they refer to.
 */
async function rawCopy(stage: Stage, file: string): Promise<{ figures: number; seconds: number }> {
	const client = new pg.Client(stage.owner);
	await client.connect();
	const key = { municipalityId: stage.municipalityId, publicationId: newId() };
	const columns = copyColumns.join(', ');
	let seconds = await copyInto(client, 'area_figures', columns, () => copyRows(fileAt(file), key));
	const { rows } = await client.query(
		'SELECT sum(cardinality(values))::integer AS figures FROM copied',
	);
	for (const table of rowsBeside) {
		const lines = await writtenRows(client, table);
		seconds += await copyInto(client, table, await columnsOf(client, table), () => lines);
	}
	await client.query('DROP TABLE copied');
	await client.end();
	return { figures: rows[0].figures, seconds };
}

/** How many seconds it takes to copy rows into an empty table like this one, which is `copied` from then on. */
async function copyInto(
	client: pg.Client,
	table: string,
	columns: string,
	lines: () => Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<number> {
	await client.query('DROP TABLE IF EXISTS copied');
	await client.query(`CREATE TABLE copied (LIKE ${table} INCLUDING ALL)`);
	const began = performance.now();
	await client.query('BEGIN');
	const copy = client.query(copyFrom(`COPY copied (${columns}) FROM STDIN`));
	await pipeline(Readable.from(lines()), copy);
	await client.query('COMMIT');
	return (performance.now() - began) / 1000;
}

async function writtenRows(client: pg.Client, table: string): Promise<Buffer[]> {
	const columns = await columnsOf(client, table);
	return client.query(copyTo(`COPY (SELECT ${columns} FROM ${table}) TO STDOUT`)).toArray();
}

async function columnsOf(client: pg.Client, table: string): Promise<string> {
	const { rows } = await client.query(
		`SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
		WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
		[table],
	);
	return rows[0].columns;
}

function importInItsOwnProcess(
	stage: Stage,
	file: string,
	{ table, year }: { table: string; year: number },
): Promise<{ figures: number; seconds: number; megabytes: number }> {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			[
				'scripts/bench/import-child.ts',
				JSON.stringify({ app: stage.app, municipalityId: stage.municipalityId, file, table, year }),
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
