import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import type { SourceFacts } from './figure-source.ts';

/** Whom a publication is for. */
export type PublicationVisibility = 'public' | 'participants';

interface Context {
	municipalityId: string;
	now: Date;
	visibility?: PublicationVisibility;
}

/**
 * The publication that the very same content made before, when it still stands. Waits for an import of the same municipality
 * that is under way, so that one file at two moments is still one publication.
 */
export async function findUnchanged(
	tx: Tx,
	municipalityId: string,
	{ tableId, period, checksum }: SourceFacts,
): Promise<string | undefined> {
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
	return row?.id;
}

/** Stores what a publication is. */
export async function storePublication(
	tx: Tx,
	{ municipalityId, now, visibility = 'public' }: Context,
	id: string,
	facts: SourceFacts,
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
			source: facts.source,
			family: facts.family,
			published_on: facts.publishedOn,
			retrieved_at: now,
			checksum: facts.checksum,
			population: facts.population && JSON.stringify(facts.population),
			visibility,
			created_at: now,
		})
		.execute();
}

/**
 * Marks the publications of the same table that this one takes the place of: of the same period, or with no series that
 * this one lacks (a table to which a year was added), and of which it has every area. One that holds more areas (the whole country, beside a corrected answer for one municipality) stays.
 * Gives how many there were; their figures stay readable, and it is kept as a revision of
 * the newest of them.
 */
export async function replacePredecessors(
	tx: Tx,
	{ municipalityId, now }: Context,
	id: string,
	{ tableId, period }: SourceFacts,
): Promise<number> {
	const { rows } = await sql<{ id: string }>`
		UPDATE publication AS old SET replaced_at = ${now}
		WHERE old.municipality_id = ${municipalityId}::uuid AND old.table_id = ${tableId}
			AND old.id <> ${id}::uuid AND old.replaced_at IS NULL
			AND (old.period = ${period} OR NOT EXISTS (
				SELECT measure, period FROM series
				WHERE municipality_id = old.municipality_id AND publication_id = old.id
				EXCEPT
				SELECT measure, period FROM series
				WHERE municipality_id = old.municipality_id AND publication_id = ${id}::uuid))
			AND NOT EXISTS (
				SELECT area_id FROM area_figures
				WHERE municipality_id = old.municipality_id AND publication_id = old.id
				EXCEPT
				SELECT area_id FROM area_figures
				WHERE municipality_id = old.municipality_id AND publication_id = ${id}::uuid)
		RETURNING id`.execute(tx);
	// Ids are in the order of time: the newest of those that it replaces.
	const before = rows
		.map((row) => row.id)
		.toSorted()
		.at(-1);
	if (before) await keepRevision(tx, municipalityId, id, before);
	return rows.length;
}

/** Marks one publication as replaced, whatever it holds; none when `before` is null. Gives how many there were. */
export async function replaceExactly(
	tx: Tx,
	{ municipalityId, now }: Context,
	id: string,
	before: string | null,
): Promise<number> {
	if (before === null) return 0;
	await tx
		.updateTable('publication')
		.set({ replaced_at: now })
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', before)
		.execute();
	await keepRevision(tx, municipalityId, id, before);
	return 1;
}

function keepRevision(tx: Tx, municipalityId: string, id: string, before: string) {
	return tx
		.updateTable('publication')
		.set({ revision_of: before })
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.execute();
}
