import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { System } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { scopeOf, type Kernel } from '#kernel/kernel.server.ts';
import { loggable } from '#kernel/loggable.ts';
import type { Tx } from '#server/database/handles.ts';
import { asOwner } from '#server/database/owner.ts';
import { writing } from '#server/database/transaction.ts';
import { addJob } from '#server/jobs.server.ts';
import { dropUpload } from '#server/uploads.server.ts';
import type { Fetched } from './import-fetched.server.ts';
import type { ImportProgress } from './import-figures.server.ts';
import { fetching } from './fetching.server.ts';
import { importProblemOf, type ImportProblem } from './import-problem.ts';
import { importCommand, importTask, type AskedOfRow } from './import.commands.server.ts';
import { lookAtTable, openTable } from './open-table.ts';
import type { FetchContext } from './table-asked.ts';

/** A process that has said nothing for so long no longer carries an import out; in seconds. */
const silentAfter = 15;
const tellEvery = 1000;

/**
 * Carries out an import that was received, and tells in its row how far it is: in small transactions beside the large
 * one, so that the page shows it. Whatever becomes of it stands in the row as well. Gives false, at once, when another
 * process has it. Throws only what may go better another time (the database is gone).
 */
export async function runImport(
	kernel: Kernel,
	{ municipalityId, importId }: { municipalityId: string; importId: string },
	onProgress?: (progress: ImportProgress) => void,
): Promise<boolean> {
	const actor: System = { kind: 'system', municipalityId, language: 'nl' };
	let progress: JobProgress = {};
	const claimed = await claim(kernel, actor, importId);
	if (!claimed) return false;
	const stop = new AbortController();
	const tell = async () => {
		// Nothing to tell it to: somebody stopped it.
		if (!(await note(kernel, actor, importId, progress))) stop.abort();
	};
	const timer = setInterval(() => void tell().catch(() => {}), tellEvery);
	let fetched: Fetched | undefined;
	try {
		if (claimed.asked)
			fetched = await fetchAsked(claimed.asked, {
				...fetching(),
				signal: stop.signal,
				report: ({ bytes, records, total }) => {
					progress = { bytesRead: bytes, bytesTotal: bytes, records, total };
				},
			});
		const command = importCommand((newest) => {
			progress = { ...progress, ...newest };
			onProgress?.(newest);
		}, fetched);
		await kernel.run(actor, command, { importId });
		await fetched?.table.done();
	} catch (error) {
		const problem = importProblemOf(error);
		if (!problem && !wasCancelled(error)) console.error(loggable(error));
		await fail(kernel, actor, importId, problem);
	} finally {
		clearInterval(timer);
		fetched?.table.drop();
	}
	await dropUpload(importId);
	return true;
}

interface JobProgress extends Partial<ImportProgress> {
	records?: number;
	total?: number | null;
}

async function fetchAsked(asked: AskedOfRow, context: FetchContext): Promise<Fetched> {
	const found = await lookAtTable(asked, context);
	let size = 0;
	const table = await openTable(found.asked, {
		...context,
		report: (progress) => {
			size = progress.bytes;
			context.report?.(progress);
		},
	});
	return { table, asked: found.asked, version: found.version.modified, size };
}

function wasCancelled(error: unknown): boolean {
	return error instanceof Failure && error.code === 'figures.import_cancelled';
}

/** Asks again for imports whose process is gone, in every municipality. */
export async function takeUpImports(kernel: Kernel, owner: ClientConfig): Promise<void> {
	const { rows } = await asOwner(owner, (tx) =>
		sql<{ municipalityId: string; importId: string }>`
			SELECT municipality_id AS "municipalityId", id AS "importId" FROM figure_import
			WHERE state IN ('waiting', 'running')
				AND coalesce(heard_at, created_at) < now() - make_interval(secs => ${silentAfter})`.execute(tx),
	);
	for (const { municipalityId, importId } of rows) {
		const actor: System = { kind: 'system', municipalityId, language: 'nl' };
		await small(kernel, actor, (tx) =>
			addJob(tx, importTask, { municipalityId, importId }, `${importTask} ${importId}`),
		);
	}
}

/** Takes an import that waits, or whose process has gone silent; null when there is nothing to take. */
function claim(kernel: Kernel, actor: System, importId: string) {
	return small(kernel, actor, async (tx) => {
		const { rows } = await sql<{ asked: AskedOfRow | null }>`
			UPDATE figure_import SET state = 'running', heard_at = now(), bytes_read = 0, areas_read = 0, figures_read = 0
			WHERE municipality_id = ${actor.municipalityId}::uuid AND id = ${importId}::uuid AND (state = 'waiting'
				OR state = 'running' AND heard_at < now() - make_interval(secs => ${silentAfter}))
			RETURNING asked`.execute(tx);
		return rows[0] ?? null;
	});
}

/** Says that the import is still being carried out, and how far it is; false when it no longer is. */
function note(kernel: Kernel, actor: System, importId: string, progress: JobProgress) {
	return small(kernel, actor, async (tx) => {
		const { bytesRead = 0, areas = 0, figures = 0, records = 0, total = null } = progress;
		const { numAffectedRows } = await sql`
			UPDATE figure_import SET heard_at = now(), bytes_read = ${bytesRead}::bigint,
				bytes_total = greatest(bytes_total, ${progress.bytesTotal ?? 0}::bigint),
				areas_read = ${areas}::integer, figures_read = ${figures}::integer,
				records_read = ${records}::integer, records_total = ${total}::integer
			WHERE municipality_id = ${actor.municipalityId}::uuid AND id = ${importId}::uuid
				AND state = 'running'`.execute(tx);
		return numAffectedRows === 1n;
	});
}

function fail(kernel: Kernel, actor: System, importId: string, problem: ImportProblem | null) {
	// A file that is no text may hold zero characters, which PostgreSQL does not take.
	const failure = JSON.stringify(problem).replaceAll('\\u0000', '\ufffd');
	return small(kernel, actor, async (tx) => {
		await tx
			.updateTable('figure_import')
			.set({ state: 'failed', failure, finished_at: kernel.clock.now() })
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', importId)
			// What somebody stopped stays stopped.
			.where('state', '=', 'running')
			.execute();
	});
}

/** Progress is no change of the system that anyone decided on: it leaves no audit record and is no command. */
function small<T>(kernel: Kernel, actor: System, work: (tx: Tx) => Promise<T>): Promise<T> {
	return writing(kernel.pool, scopeOf(actor), {
		work: async (tx) => ({ outcome: await work(tx) }),
	});
}
