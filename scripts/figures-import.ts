// npm run figures:import -- FILE… [--municipality slug] [--table ID] [--title TEXT] [--year YYYY]
import { existsSync, createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runImport } from '#features/publications/import-job.server.ts';
import { receiveImport } from '#features/publications/import.commands.server.ts';
import { readImport } from '#features/publications/import.queries.server.ts';
import { importWords } from '#features/publications/import-words.ts';
import type { ImportProgress } from '#features/publications/import-figures.server.ts';
import type { System } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { explainProblems } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { createKernel, type Kernel } from '#kernel/kernel.server.ts';
import { importTexts } from '#locales/figure-import.ts';
import { createPool } from '#server/database/pool.ts';
import { reachDatabase } from '#server/database/reach.ts';
import { setRuntime } from '#server/runtime.ts';
import { dropUpload, keepUpload } from '#server/uploads.server.ts';
import { explain, settingsOrExit } from './support/settings.ts';

const USAGE =
	'Usage: npm run figures:import -- FILE… [--municipality slug] [--table 84799NED] [--title TEXT] [--year YYYY]';

/** Gives the process's exit code. */
async function main(): Promise<number> {
	const { values, positionals: files } = parseArgs({
		allowPositionals: true,
		options: {
			municipality: { type: 'string' },
			table: { type: 'string' },
			title: { type: 'string' },
			year: { type: 'string' },
		},
	});
	if (files.length === 0) throw new Error(USAGE);
	const gone = files.filter((file) => !existsSync(file) || !statSync(file).isFile());
	if (gone.length > 0) throw new Error(`There is no file ${gone.join(', ')}.`);

	const config = settingsOrExit();
	const database = await reachDatabase(config, (line) => console.log(line));
	setRuntime({ config, database });
	const pool = createPool(database.app, 4);
	const kernel = createKernel({ pool, clock: systemClock, publish: () => undefined });
	try {
		const { municipality, ...options } = values;
		const municipalityId = await idOf(kernel, municipality);
		return await importAll(kernel, municipalityId, files, options);
	} finally {
		await pool.end();
		await database.stop();
	}
}

/** The municipality that is named, or the only one there is. */
async function idOf(kernel: Kernel, slug: string | undefined): Promise<string> {
	const { rows } = await kernel.pool.query<{ id: string; slug: string }>(
		'SELECT id, slug FROM municipality ORDER BY slug',
	);
	const found =
		slug === undefined && rows.length === 1 ? rows[0] : rows.find((row) => row.slug === slug);
	if (found) return found.id;
	const known = rows.map((row) => row.slug).join(', ') || 'none yet';
	throw new Error(
		slug === undefined
			? `Say for which municipality, with --municipality (there are: ${known}).`
			: `There is no municipality ${slug} (there are: ${known}).`,
	);
}

async function importAll(
	kernel: Kernel,
	municipalityId: string,
	files: string[],
	options: Record<string, string | undefined>,
): Promise<number> {
	const actor: System = { kind: 'system', municipalityId, language: 'en' };
	const importId = newId();
	const began = performance.now();
	try {
		for (const [index, file] of files.entries())
			await keepUpload(importId, index + 1, path.basename(file), createReadStream(file));
		await kernel.run(actor, receiveImport, options, importId);
	} catch (error) {
		await dropUpload(importId);
		throw error instanceof Failure ? new Error(sentences(error)) : error;
	}
	// A program that is running may have taken it up first; then this only watches.
	const isOurs = await runImport(kernel, { municipalityId, importId }, showProgress);
	if (!isOurs) await watch(kernel, actor, importId);
	if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');

	const outcome = await kernel.ask(actor, readImport, { importId });
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	const t = importTexts.en;
	if (outcome.state === 'failed') {
		const words = outcome.problem ? importWords(outcome.problem, 'en') : [t.failedUnknown];
		console.error([...words, t.nothingChanged].join('\n'));
		return 1;
	}
	if (outcome.state === 'unchanged') console.log(`${t.unchangedText} ${t.unchangedTitle}.`);
	else
		console.log(
			`${outcome.figures.toLocaleString('en-GB')} figures about ${outcome.areas.toLocaleString('en-GB')} areas, in ${seconds} s.`,
		);
	for (const note of outcome.notes) console.log(t.notes[note]);
	return 0;
}

async function watch(kernel: Kernel, actor: System, importId: string): Promise<void> {
	for (;;) {
		const state = await kernel.ask(actor, readImport, { importId });
		if (state.finishedAt) return;
		showProgress(state);
		await setTimeout(250);
	}
}

function sentences(failure: Failure): string {
	return explainProblems(failure.problems, 'en')
		.map(({ path: field, message }) => `--${field}: ${message}`)
		.join('\n');
}

/** One line that is written over; nothing where nobody watches. */
function showProgress({ bytesRead, bytesTotal, areas, figures }: ImportProgress): void {
	if (!process.stdout.isTTY) return;
	const percent = Math.round((100 * bytesRead) / Math.max(bytesTotal, 1));
	process.stdout.write(
		`\r${percent}%  ${importTexts.en.progressCount(String(areas), String(figures))}`,
	);
}

try {
	process.exitCode = await main();
} catch (error) {
	explain(error);
	process.exitCode = 1;
}
