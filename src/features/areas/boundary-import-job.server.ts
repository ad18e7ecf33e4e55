import path from 'node:path';
import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { System } from '#kernel/actor.ts';
import { scopeOf, type Kernel } from '#kernel/kernel.server.ts';
import { loggable } from '#kernel/loggable.ts';
import type { Tx } from '#server/database/handles.ts';
import { asOwner } from '#server/database/owner.ts';
import { writing } from '#server/database/transaction.ts';
import { FileReadError } from '#server/documents/file-read-error.ts';
import { readFileContent } from '#server/documents/read-file.server.ts';
import { FetchError } from '#server/fetching/fetch-error.ts';
import { addJob } from '#server/jobs.server.ts';
import { runtime } from '#server/runtime.ts';
import { dropUpload, uploadedFiles } from '#server/uploads.server.ts';
import {
	boundaryTask,
	storeImportCommand,
	type ReadItems,
} from './boundary-import.commands.server.ts';
import { BoundaryError, type BoundaryProblem } from './boundary-problem.ts';
import { fetchFeaturePages } from './fetch-boundaries.server.ts';
import type { MappedLevel } from './area-map.ts';
import { readBoundaryFiles } from './read-boundaries.server.ts';
import { readChanges } from './read-changes.ts';

/** A process that has said nothing for so long no longer carries an import out; in seconds. */
const silentAfter = 15;
const tellEvery = 3000;
const LARGEST_TABLE = 20 * 1024 * 1024;

interface Job {
	municipalityId: string;
	importId: string;
}

interface Claimed {
	kind: string;
	source: string;
	fileName: string;
	year: number | null;
}

/**
 * Carries out an import of boundaries or changes of codes that was asked for: reads or fetches first, outside of any
 * transaction, and stores in one. What becomes of it stands in its row. Gives false, at once, when another process has
 * it. Throws only what may go better another time (the database is gone).
 */
export async function runBoundaryImport(
	kernel: Kernel,
	{ municipalityId, importId }: Job,
): Promise<boolean> {
	const actor: System = { kind: 'system', municipalityId, language: 'nl' };
	const claimed = await claim(kernel, actor, importId);
	if (!claimed) return false;
	let items = 0;
	const timer = setInterval(
		() => void heard(kernel, actor, importId, items).catch(() => {}),
		tellEvery,
	);
	try {
		const read = await readItems(importId, claimed, (count) => (items = count));
		await kernel.run(
			actor,
			storeImportCommand(() => read),
			{ importId },
		);
	} catch (error) {
		const problem = problemOf(error);
		if (!problem) console.error(loggable(error));
		await fail(kernel, actor, importId, problem);
	} finally {
		clearInterval(timer);
	}
	await dropUpload(importId);
	return true;
}

/** Asks again for imports whose process is gone, in every municipality. */
export async function takeUpBoundaryImports(kernel: Kernel, owner: ClientConfig): Promise<void> {
	const { rows } = await asOwner(owner, (tx) =>
		sql<Job>`
			SELECT municipality_id AS "municipalityId", id AS "importId" FROM boundary_import
			WHERE state IN ('waiting', 'running')
				AND coalesce(heard_at, created_at) < now() - make_interval(secs => ${silentAfter})`.execute(tx),
	);
	for (const job of rows) {
		const actor: System = { kind: 'system', municipalityId: job.municipalityId, language: 'nl' };
		await small(kernel, actor, (tx) =>
			addJob(tx, boundaryTask, job, `${boundaryTask} ${job.importId}`),
		);
	}
}

async function readItems(
	importId: string,
	{ kind, source, fileName, year }: Claimed,
	tell: (count: number) => void,
): Promise<ReadItems> {
	if (source === 'pdok') {
		const { dataDir, sources } = runtime().config;
		const pages = await fetchFeaturePages(
			{ base: sources.pdok, year: year as number, level: fileName as MappedLevel },
			path.join(dataDir, 'fetched'),
			tell,
		);
		const boundaries = await readBoundaryFiles(pages.locations);
		await pages.drop();
		return { boundaries };
	}
	const files = (await uploadedFiles(importId)).map(({ location }) => location);
	if (files.length === 0) throw new BoundaryError({ code: 'files_gone' });
	if (kind === 'shapes') return { boundaries: await readBoundaryFiles(files) };
	const changes = [];
	for (const file of files) {
		const content = await readFileContent(file, LARGEST_TABLE);
		if (content.format === 'docx')
			throw new BoundaryError({ code: 'no_code_columns', columns: [] });
		const [sheet] = content.sheets.filter(({ isHidden }) => !isHidden);
		changes.push(...readChanges(sheet?.rows ?? [], year));
	}
	return { changes };
}

/** What was wrong with the files or the source; null when it was something of ours. */
function problemOf(error: unknown): BoundaryProblem | null {
	if (error instanceof BoundaryError) return error.problem;
	if (error instanceof FetchError)
		return { code: 'fetching', problem: error.problem, host: error.host };
	if (error instanceof FileReadError)
		return error.reason === 'unreadable'
			? { code: 'no_code_columns', columns: [] }
			: { code: 'too_much_work' };
	return null;
}

/** Takes an import that waits, or whose process has gone silent; null when there is nothing to take. */
function claim(kernel: Kernel, actor: System, importId: string): Promise<Claimed | null> {
	return small(kernel, actor, async (tx) => {
		const { rows } = await sql<Claimed>`
			UPDATE boundary_import SET state = 'running', heard_at = now(), items = 0
			WHERE municipality_id = ${actor.municipalityId}::uuid AND id = ${importId}::uuid AND (state = 'waiting'
				OR state = 'running' AND heard_at < now() - make_interval(secs => ${silentAfter}))
			RETURNING kind, source, file_name AS "fileName", boundary_year AS year`.execute(tx);
		return rows[0] ?? null;
	});
}

/** Says that the import is still being carried out, and how many features were fetched. */
function heard(kernel: Kernel, actor: System, importId: string, items: number): Promise<void> {
	return small(kernel, actor, async (tx) => {
		await sql`
			UPDATE boundary_import SET heard_at = now(), items = ${items}::integer
			WHERE municipality_id = ${actor.municipalityId}::uuid AND id = ${importId}::uuid
				AND state = 'running'`.execute(tx);
	});
}

function fail(
	kernel: Kernel,
	actor: System,
	importId: string,
	problem: BoundaryProblem | null,
): Promise<void> {
	// A file that is no text may hold zero characters, which PostgreSQL does not take.
	const failure = JSON.stringify(problem).replaceAll('\\u0000', '\ufffd');
	return small(kernel, actor, async (tx) => {
		await tx
			.updateTable('boundary_import')
			.set({ state: 'failed', failure, finished_at: kernel.clock.now() })
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', importId)
			.where('state', '<>', 'done')
			.execute();
	});
}

/** Progress is no change of the system that anyone decided on: it leaves no audit record and is no command. */
function small<T>(kernel: Kernel, actor: System, work: (tx: Tx) => Promise<T>): Promise<T> {
	return writing(kernel.pool, scopeOf(actor), {
		work: async (tx) => ({ outcome: await work(tx) }),
	});
}
