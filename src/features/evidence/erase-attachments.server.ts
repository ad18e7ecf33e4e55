import type { Tx } from '#server/database/handles.ts';
import { addJob } from '#server/jobs.server.ts';
import { eraseFilesTask } from './attachment-files.server.ts';
import { eraseVersions } from './erase-versions.server.ts';

/** Which attachments: by their own ids, or all of some pieces of evidence. */
type Which = { ids: string[] } | { evidenceIds: string[] };

/**
 * Removes attachments for good: what was said of them now and before, and, once this is committed, their files. What stays
 * is that there was one, whose, and when it was erased. Needs a transaction that clears (clearing.server.ts).
 */
export async function eraseAttachments(
	tx: Tx,
	municipalityId: string,
	which: Which,
	at: Date,
): Promise<void> {
	const ids = 'ids' in which ? which.ids : await attachmentsOf(tx, municipalityId, which.evidenceIds); // prettier-ignore
	if (ids.length === 0) return;
	const erased = await tx
		.updateTable('attachment')
		.set({ state: 'erased', erased_at: at, description: '', withdrawn_reason: '' })
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.where('state', '<>', 'erased')
		.returning('id')
		.execute();
	await eraseVersions(tx, municipalityId, 'attachment', ids);
	for (const { id } of erased)
		await addJob(tx, eraseFilesTask, { municipalityId, id }, `${eraseFilesTask} ${id}`);
}

async function attachmentsOf(tx: Tx, municipalityId: string, evidenceIds: string[]) {
	if (evidenceIds.length === 0) return [];
	const rows = await tx
		.selectFrom('attachment')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('evidence_id', 'in', evidenceIds)
		.execute();
	return rows.map(({ id }) => id);
}
