import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import type { PublicationFacts } from './publication-facts.ts';

interface Context {
	municipalityId: string;
	now: Date;
}

/**
 * The publication that these very files made before, when it still stands. Waits for an import of the same municipality
 * that is under way, so that one file at two moments is still one publication.
 */
export async function findUnchanged(
	tx: Tx,
	municipalityId: string,
	{ tableId, period }: PublicationFacts,
	checksum: string,
): Promise<{ publicationId: string; areas: number; figures: number } | undefined> {
	await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`figures ${municipalityId}`}, 0))`.execute(
		tx,
	);
	const row = await tx
		.selectFrom('publication')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('table_id', '=', tableId)
		.where('period', '=', period)
		.where('checksum', '=', checksum)
		.where('replaced_at', 'is', null)
		.executeTakeFirst();
	return row && { publicationId: row.id, areas: 0, figures: 0 };
}

/** Stores what a publication is. */
export async function storePublication(
	tx: Tx,
	{ municipalityId, now }: Context,
	id: string,
	facts: PublicationFacts,
	checksum: string,
): Promise<void> {
	await tx
		.insertInto('publication')
		.values({
			municipality_id: municipalityId,
			id,
			table_id: facts.tableId,
			title: facts.title,
			publisher: facts.publisher,
			licence: facts.licence,
			period: facts.period,
			boundary_year: facts.boundaryYear,
			kind: 'register',
			published_on: facts.publishedOn,
			retrieved_at: now,
			checksum,
			created_at: now,
		})
		.execute();
}

/**
 * Marks the publications of the same table and period that this one takes the place of: those of which it has every
 * area. One that holds more areas (the whole country, beside a corrected answer for one municipality) stays.
 * Gives how many there were; their figures stay readable.
 */
export async function replacePredecessors(
	tx: Tx,
	{ municipalityId, now }: Context,
	id: string,
	{ tableId, period }: PublicationFacts,
): Promise<number> {
	const { numAffectedRows } = await sql`
		WITH first_series AS (
			SELECT publication_id, min(id) AS id FROM series
			WHERE municipality_id = ${municipalityId}::uuid GROUP BY publication_id)
		UPDATE publication AS old SET replaced_at = ${now}
		WHERE old.municipality_id = ${municipalityId}::uuid AND old.table_id = ${tableId}
			AND old.period = ${period} AND old.id <> ${id}::uuid AND old.replaced_at IS NULL
			AND NOT EXISTS (
				SELECT area_id FROM figure WHERE municipality_id = old.municipality_id
					AND series_id = (SELECT first_series.id FROM first_series WHERE publication_id = old.id)
				EXCEPT
				SELECT area_id FROM figure WHERE municipality_id = old.municipality_id
					AND series_id = (SELECT first_series.id FROM first_series WHERE publication_id = ${id}::uuid))`.execute(
		tx,
	);
	return Number(numAffectedRows ?? 0);
}
