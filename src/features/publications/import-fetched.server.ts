import type { Tx } from '#server/database/handles.ts';
import type { ImportNote, ImportProgress } from './import-figures.server.ts';
import type { OpenedTable } from './opened-table.ts';
import { countRevisions } from './revision-store.server.ts';
import { storeSource } from './store-source.server.ts';
import type { TableAsked } from './table-asked.ts';

/** A table that was fetched, what it was asked as, and which version of it came. */
export interface Fetched {
	table: OpenedTable;
	asked: TableAsked;
	version: string;
	/** In bytes. */
	size: number;
}

/** Stores a table that was fetched, and how it differs from the version whose place it takes. In the given transaction. */
export async function importFetched(
	tx: Tx,
	{ table, asked, version, size }: Fetched,
	context: { municipalityId: string; now: Date; report?: (progress: ImportProgress) => void },
) {
	const { municipalityId, now, report } = context;
	const read = { bytesRead: size, bytesTotal: size };
	const stored = await storeSource(tx, table, {
		municipalityId,
		now,
		report: (counts) => report?.({ ...read, ...counts }),
	});
	await tx
		.updateTable('publication')
		.set({ asked: JSON.stringify(asked), source_version: version })
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', stored.publicationId)
		.execute();
	if (stored.replaced > 0) await countRevisions(tx, municipalityId, stored.publicationId);
	const notes: ImportNote[] = stored.changed && !stored.coversCountry ? ['not_whole_country'] : [];
	return { ...stored, notes };
}
