import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';

/**
 * Counts, per series that a publication and the one whose place it took both have (the same measure and period), in how
 * many areas the value became another one, appeared or vanished. Areas are compared by their row: boundaries of another
 * year are other areas, and nothing is said about those. Gives how many values were revised.
 */
export async function countRevisions(
	tx: Tx,
	municipalityId: string,
	publicationId: string,
): Promise<number> {
	const { rows } = await sql<{ revised: number }>`
		WITH pair AS MATERIALIZED (
			SELECT fresh.id, fresh.position + 1 AS fresh_at, old.position + 1 AS old_at,
				publication.revision_of AS old_publication
			FROM publication
			JOIN series AS fresh ON fresh.municipality_id = publication.municipality_id
				AND fresh.publication_id = publication.id
			JOIN series AS old ON old.municipality_id = publication.municipality_id
				AND old.publication_id = publication.revision_of
				AND old.measure = fresh.measure AND old.period = fresh.period
			WHERE publication.municipality_id = ${municipalityId}::uuid AND publication.id = ${publicationId}::uuid),
		-- Each pair of rows is found once, not once per series.
		held_in_both AS MATERIALIZED (
			SELECT fresh.values AS fresh_values, old.values AS old_values
			FROM area_figures AS fresh
			JOIN area_figures AS old ON old.municipality_id = fresh.municipality_id AND old.area_id = fresh.area_id
				AND old.publication_id = (SELECT old_publication FROM pair LIMIT 1)
			WHERE fresh.municipality_id = ${municipalityId}::uuid AND fresh.publication_id = ${publicationId}::uuid),
		compared AS (
			SELECT pair.id, fresh_values[pair.fresh_at] AS now, old_values[pair.old_at] AS before
			FROM held_in_both CROSS JOIN pair),
		kept AS (
			INSERT INTO series_revision (municipality_id, publication_id, series_id, revised, appeared, vanished)
			SELECT ${municipalityId}::uuid, ${publicationId}::uuid, id,
				count(*) FILTER (WHERE now <> before),
				count(*) FILTER (WHERE now IS NOT NULL AND before IS NULL),
				count(*) FILTER (WHERE now IS NULL AND before IS NOT NULL)
			FROM compared GROUP BY id
			RETURNING revised)
		SELECT coalesce(sum(revised), 0)::integer AS revised FROM kept`.execute(tx);
	return rows[0]?.revised ?? 0;
}
