import { sql } from 'kysely';
import { blot, blotOut, leadsOf } from '#features/lifeworld/blot.ts';
import type { Tx } from '#server/database/handles.ts';

/** What was said of these signals in their course: why, what was found, to whom. */
export async function textsOfCourse(
	tx: Tx,
	municipalityId: string,
	signalIds: string[],
): Promise<string[]> {
	if (signalIds.length === 0) return [];
	const steps = await tx
		.selectFrom('signal_step')
		.select('text')
		.where('municipality_id', '=', municipalityId)
		.where('signal_id', 'in', signalIds)
		.where('text', '<>', '')
		.execute();
	return steps.map(({ text }) => text);
}

/** Erases those; that the steps were taken, when and by which organisation, stays. Needs a transaction that clears. */
export async function eraseCourse(
	tx: Tx,
	municipalityId: string,
	signalIds: string[],
): Promise<void> {
	if (signalIds.length === 0) return;
	await tx
		.updateTable('signal_step')
		.set({ text: blot })
		.where('municipality_id', '=', municipalityId)
		.where('signal_id', 'in', signalIds)
		.where('text', '<>', '')
		.execute();
}

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
