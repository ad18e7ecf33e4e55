import type { Erasing } from '#features/evidence/erase.server.ts';
import type { Tx } from '#server/database/handles.ts';

/**
 * Erases what marked passages and logbooks keep of pieces of evidence: the words and every former version. The rows
 * stay, so that what cites them says that its source is gone. Needs a transaction that clears.
 */
export async function eraseTalks(tx: Tx, { municipalityId, ids, at }: Erasing): Promise<void> {
	if (ids.length === 0) return;
	const passages = await tx
		.updateTable('passage')
		.set({ text: '', withdrawn_at: at, withdrawn_reason: '' })
		.where('municipality_id', '=', municipalityId)
		.where('evidence_id', 'in', ids)
		.returning('id')
		.execute();
	const notes = await tx
		.updateTable('logbook_note')
		.set({ text: '', place: '', marks: '[]', withdrawn_at: at, withdrawn_reason: '' })
		.where('municipality_id', '=', municipalityId)
		.where('evidence_id', 'in', ids)
		.returning('id')
		.execute();
	await eraseVersions(tx, municipalityId, 'passage', passages);
	await eraseVersions(tx, municipalityId, 'logbook_note', notes);
}

async function eraseVersions(
	tx: Tx,
	municipalityId: string,
	table: 'passage' | 'logbook_note',
	rows: readonly { id: string }[],
): Promise<void> {
	if (rows.length === 0) return;
	await tx
		.deleteFrom('kept_version')
		.where('municipality_id', '=', municipalityId)
		.where('table_name', '=', table)
		.where(
			'id',
			'in',
			rows.map(({ id }) => id),
		)
		.execute();
}
