import type { Tx } from '#server/database/handles.ts';

/** Which reactions: those that became these sources, or those handed in before a moment, whatever became of them. */
type Which = { evidenceIds: string[] } | { before: Date; most: number };

/**
 * Erases what residents wrote in their reactions; that they reacted stays counted. Needs a transaction that clears. Gives
 * how many.
 */
export async function eraseReactions(
	tx: Tx,
	municipalityId: string,
	which: Which,
): Promise<number> {
	const ids = await idsOf(tx, municipalityId, which);
	if (ids.length === 0) return 0;
	await tx
		.updateTable('recognition_reaction')
		.set({ remark: '' })
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.execute();
	return ids.length;
}

async function idsOf(tx: Tx, municipalityId: string, which: Which): Promise<string[]> {
	if ('evidenceIds' in which && which.evidenceIds.length === 0) return [];
	const rows = await tx
		.selectFrom('recognition_reaction')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('remark', '<>', '')
		.$if('evidenceIds' in which, (q) =>
			q.where('evidence_id', 'in', 'evidenceIds' in which ? which.evidenceIds : []),
		)
		.$if('before' in which, (q) =>
			'before' in which ? q.where('created_at', '<', which.before).limit(which.most) : q,
		)
		.execute();
	return rows.map(({ id }) => id);
}
