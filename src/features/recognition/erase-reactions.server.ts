import type { Tx } from '#server/database/handles.ts';

/**
 * Erases what residents wrote that became these sources, with its former versions; that they reacted stays counted.
 * Needs a transaction that clears.
 */
export async function eraseReactions(
	tx: Tx,
	municipalityId: string,
	evidenceIds: string[],
): Promise<void> {
	if (evidenceIds.length === 0) return;
	const emptied = await tx
		.updateTable('recognition_reaction')
		.set({ remark: '' })
		.where('municipality_id', '=', municipalityId)
		.where('evidence_id', 'in', evidenceIds)
		.returning('id')
		.execute();
	if (emptied.length === 0) return;
	await tx
		.deleteFrom('kept_version')
		.where('municipality_id', '=', municipalityId)
		.where('table_name', '=', 'recognition_reaction')
		.where(
			'id',
			'in',
			emptied.map(({ id }) => id),
		) // prettier-ignore
		.execute();
}
