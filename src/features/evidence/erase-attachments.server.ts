import type { Tx } from '#server/database/handles.ts';
import { addJob } from '#server/jobs.server.ts';
import { eraseFilesTask } from './attachment-files.server.ts';

/** Which attachments: by their own ids, or all of some pieces of evidence. */
type Which = { ids: string[] } | { evidenceIds: string[] };

/**
 * Removes attachments for good: what was said of them now, their former versions being the caller's to erase, and, once
 * this is committed, their files. What stays is that there was one, whose, and when it was erased. Gives the ids of those
 * that it erased.
 */
export async function eraseAttachments(
	tx: Tx,
	municipalityId: string,
	which: Which,
	at: Date,
): Promise<string[]> {
	const erased = await tx
		.updateTable('attachment')
		.set({ state: 'erased', erased_at: at, description: '', withdrawn_reason: '' })
		.where('municipality_id', '=', municipalityId)
		.where('state', '<>', 'erased')
		.$if('ids' in which, (q) => q.where('id', 'in', 'ids' in which ? which.ids : []))
		.$if('evidenceIds' in which, (q) =>
			q.where('evidence_id', 'in', 'evidenceIds' in which ? which.evidenceIds : []),
		)
		.returning('id')
		.execute();
	for (const { id } of erased)
		await addJob(tx, eraseFilesTask, { municipalityId, id }, `${eraseFilesTask} ${id}`);
	return erased.map(({ id }) => id);
}
