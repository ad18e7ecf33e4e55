import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { System } from '#kernel/actor.ts';
import { scopeOf, type Kernel } from '#kernel/kernel.server.ts';
import { dropOldCaches } from '#server/fetching/page-cache.ts';
import { asOwner } from '#server/database/owner.ts';
import { reading, writing } from '#server/database/transaction.ts';
import path from 'node:path';
import { fetching } from './fetching.server.ts';
import { importProblemOf, type ImportProblem } from './import-problem.ts';
import { offeredByTable } from './offered.ts';
import { lookAtTable, type TableWanted } from './open-table.ts';
import type { FetchContext } from './table-asked.ts';

/** Fetches that nobody came back for are kept so long. */
const cacheDays = 14;

/**
 * Looks, for every publication of a municipality that can be fetched, which version its source has now, and keeps it in
 * `source_check`. A source that cannot be asked is noted with the reason; the others go on. Gives how many were asked.
 */
export async function checkSourcesOf(
	kernel: Kernel,
	municipalityId: string,
	context: FetchContext = fetching(),
): Promise<number> {
	const actor: System = { kind: 'system', municipalityId, language: 'nl' };
	const wanted = await reading(kernel.pool, scopeOf(actor), (reader) =>
		reader
			.selectFrom('publication')
			.select(['table_id as tableId', 'asked'])
			.distinctOn('table_id')
			.where('municipality_id', '=', municipalityId)
			.where('replaced_at', 'is', null)
			.orderBy('table_id')
			.orderBy('created_at', 'desc')
			.execute(),
	);
	let count = 0;
	for (const { tableId, asked } of wanted) {
		const known = (asked as TableWanted | null) ?? offeredByTable(tableId);
		if (!known) continue;
		const found = await look({ service: known.service, table: known.table, only: {} }, context);
		await writing(kernel.pool, scopeOf(actor), {
			work: async (tx) => {
				const row = { municipality_id: municipalityId, table_id: tableId, ...found };
				await tx
					.insertInto('source_check')
					.values({ ...row, checked_at: kernel.clock.now() })
					.onConflict((conflict) =>
						conflict.columns(['municipality_id', 'table_id']).doUpdateSet({
							...found,
							checked_at: kernel.clock.now(),
						}),
					)
					.execute();
				return { outcome: undefined };
			},
		});
		count += 1;
	}
	return count;
}

interface Found {
	title: string | null;
	version: string | null;
	failure: string | null;
}

async function look(wanted: TableWanted, context: FetchContext): Promise<Found> {
	try {
		const { version } = await lookAtTable(wanted, context);
		return { title: version.title, version: version.modified, failure: null };
	} catch (error) {
		const problem: ImportProblem | null = importProblemOf(error);
		if (!problem) throw error;
		return { title: null, version: null, failure: JSON.stringify(problem) };
	}
}

/** The same for every municipality, one after the other; also clears away fetches that nobody came back for. */
export async function checkAllSources(kernel: Kernel, owner: ClientConfig): Promise<void> {
	const { rows } = await asOwner(owner, (tx) =>
		sql<{ id: string }>`SELECT id FROM municipality ORDER BY id`.execute(tx),
	);
	for (const { id } of rows) await checkSourcesOf(kernel, id);
	const before = new Date(kernel.clock.now().getTime() - cacheDays * 24 * 3600 * 1000);
	const { folder } = fetching();
	for (const part of ['pages', 'cells']) await dropOldCaches(path.join(folder, part), before);
}
