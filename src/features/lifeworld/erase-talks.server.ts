import { sql } from 'kysely';
import type { Erasing } from '#features/evidence/erase.server.ts';
import { eraseVersions } from '#features/evidence/erase-versions.server.ts';
import type { Tx } from '#server/database/handles.ts';

/** What marked passages and logbooks keep of pieces of evidence, now and in former versions. */
export async function textsOfTalks(
	tx: Tx,
	{ municipalityId, ids }: Pick<Erasing, 'municipalityId' | 'ids'>,
): Promise<string[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ text: string | null }>`
		WITH kept AS (
			SELECT 'passage' AS of, id, text FROM passage
			WHERE municipality_id = ${municipalityId} AND evidence_id = ANY (${ids}::uuid[])
			UNION ALL
			SELECT 'logbook_note', id, text FROM logbook_note
			WHERE municipality_id = ${municipalityId} AND evidence_id = ANY (${ids}::uuid[]))
		SELECT text FROM kept
		UNION SELECT v.content ->> 'text' FROM kept k JOIN kept_version v
			ON v.municipality_id = ${municipalityId} AND v.table_name = k.of AND v.id = k.id`.execute(tx);
	return rows.map(({ text }) => text ?? '');
}

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
	await eraseVersions(tx, municipalityId, 'passage', idsOf(passages));
	await eraseVersions(tx, municipalityId, 'logbook_note', idsOf(notes));
}

/**
 * Erases private notes of before a moment, with their former versions: what nobody shared is no evidence and has no source.
 * Needs a transaction that clears. Gives how many, at most `most`.
 */
export async function eraseOldNotes(
	tx: Tx,
	municipalityId: string,
	{ before, at, most }: { before: Date; at: Date; most: number },
): Promise<number> {
	const old = await tx
		.selectFrom('logbook_note')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('created_at', '<', before)
		.where('text', '<>', '')
		.where('evidence_id', 'is', null)
		.limit(most)
		.execute();
	const ids = idsOf(old);
	if (ids.length === 0) return 0;
	await tx
		.updateTable('logbook_note')
		.set((eb) => ({
			text: '',
			place: '',
			marks: '[]',
			withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(at)),
			withdrawn_reason: '',
		}))
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.execute();
	await eraseVersions(tx, municipalityId, 'logbook_note', ids);
	return ids.length;
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
