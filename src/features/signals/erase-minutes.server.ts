import { sql } from 'kysely';
import { eraseVersions } from '#features/evidence/erase-versions.server.ts';
import { blot, blotOut, leadsOf } from '#features/lifeworld/blot.ts';
import type { Tx } from '#server/database/handles.ts';

/** The parts of a meeting that somebody wrote as they liked. */
const minuted = ['decisions', 'notes', 'other_points', 'others_present'] as const;

/**
 * Blots erased texts out of minutes of the core group that quote them, and removes former versions of minutes that did.
 * Needs a transaction that clears.
 */
export async function blotMinutes(
	tx: Tx,
	municipalityId: string,
	texts: readonly string[],
): Promise<void> {
	if (texts.length === 0) return;
	const leads = leadsOf(texts);
	const meetings = await tx
		.selectFrom('core_meeting')
		.select(['id', ...minuted])
		.where('municipality_id', '=', municipalityId)
		.where(({ eb }) =>
			eb.exists(
				eb
					.selectFrom(sql<{ piece: string }>`unnest(${leads}::text[])`.as<'l'>(sql`l(piece)`))
					.select('l.piece')
					.where(
						sql<boolean>`strpos(concat_ws(' ', decisions, notes, other_points, others_present), l.piece) > 0`,
					),
			),
		)
		.execute();
	for (const { id, ...said } of meetings)
		await tx
			.updateTable('core_meeting')
			.set(Object.fromEntries(minuted.map((part) => [part, blotOut(said[part], texts)])))
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', id)
			.execute();
	// As they stand inside the JSON of a former version.
	const pieces = leads.map((lead) => JSON.stringify(lead).slice(1, -1));
	await sql`
		DELETE FROM kept_version WHERE municipality_id = ${municipalityId} AND table_name = 'core_meeting'
			AND EXISTS (SELECT FROM unnest(${pieces}::text[]) AS piece WHERE strpos(content::text, piece) > 0)`.execute(
		tx,
	);
}

/**
 * Empties minutes of meetings of the core group that were held before a moment, with their former versions; that there was
 * a meeting, who was there by organisation and what was decided on which signal stays. Needs a transaction that clears.
 * Gives how many.
 */
export async function eraseOldMinutes(
	tx: Tx,
	municipalityId: string,
	{ before, most }: { before: Date; most: number },
): Promise<number> {
	const old = await tx
		.selectFrom('core_meeting')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('held_on', '<', before.toISOString().slice(0, 10))
		.where(
			sql<boolean>`concat(state_reason, decisions, notes, other_points, others_present) NOT IN ('', ${blot}::text)`,
		)
		.limit(most)
		.execute();
	const ids = old.map(({ id }) => id);
	if (ids.length === 0) return 0;
	await tx
		.updateTable('core_meeting')
		.set({ decisions: '', notes: '', other_points: '', others_present: '' })
		// A meeting that did not take place keeps that there was a reason.
		.set((eb) => ({
			state_reason: eb.case().when('state_reason', '=', '').then('').else(blot).end(),
		}))
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.execute();
	await eraseVersions(tx, municipalityId, 'core_meeting', ids);
	return ids.length;
}
