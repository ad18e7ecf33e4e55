import { sql } from 'kysely';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { placesByCode } from './held-figures.server.ts';
import { figureWords } from './figure-words.ts';
import { unfolded } from './figure-snapshot.ts';
import { periodWords } from './period-words.ts';

/** That a source of a trajectory is a figure of which there is a newer one. */
export interface NewerFigure {
	evidenceId: string;
	/** The newer one: a series of a current publication. */
	seriesId: number;
	/** The same period, with another value: the publisher changed it. Else it is of a later period. */
	isRevision: boolean;
	period: string;
	/** What the snapshot says, and what the newer figure says, in words. */
	before: string;
	now: string;
	/** That the older was kept, with why; null while nobody chose. */
	kept: { id: string; version: number; reason: string; organisationName: string } | null;
}

interface Row {
	evidenceId: string;
	details: FigureDetails;
	seriesId: number;
	period: string;
	value: number;
	keptId: string | null;
	version: number;
	reason: string;
	organisationName: string;
}

/**
 * The figures among the sources of a trajectory (or these of them) of which there is a newer one: the same indicator of
 * the same publisher, or of what the catalogue does not know the same column of the same table, for the same area, of a
 * later period or with another value for the same one. Of several the newest. What the reader may not see is left out. One
 * statement where there are no figures, else two.
 */
export async function newerFigures(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	evidenceIds: readonly string[] | null = null,
): Promise<NewerFigure[]> {
	const municipalityId = municipalityOf(actor);
	const municipality = sql`${municipalityId}::uuid`;
	const held = await sql<{ id: string; areaCode: string }>`
		SELECT e.id, e.details->>'areaCode' AS "areaCode" FROM evidence AS e
		WHERE e.municipality_id = ${municipality} AND e.trajectory_id = ${trajectoryId}::uuid
			AND e.kind = 'figure' AND e.withdrawn_at IS NULL
			AND (${evidenceIds === null} OR e.id = ANY(${evidenceIds ?? []}::uuid[]))`.execute(reader);
	if (held.rows.length === 0) return [];
	const codes = [...new Set(held.rows.map(({ areaCode }) => areaCode))];
	const { rows } = await sql<Row>`
		WITH ${placesByCode(municipalityId, codes)}
		SELECT e.id AS "evidenceId", e.details, newer.id AS "seriesId", newer.period, newer.value,
			k.id AS "keptId", k.version, k.reason, o.name AS "organisationName"
		FROM evidence AS e
		CROSS JOIN LATERAL (SELECT (e.details->>'seriesId')::integer AS series_id,
			e.details->>'period' AS period, (e.details->>'value')::float8 AS value) AS held
		CROSS JOIN LATERAL (
			SELECT found.id, found.period, found.value FROM (
				${candidates(sql`s.indicator = e.details->>'indicator' AND p.publisher = e.details->>'publisher'`)}
				UNION ALL
				${candidates(sql`e.details->>'indicator' IS NULL AND p.table_id = e.details->>'table'
					AND s.measure = e.details->>'measure'`)}
			) AS found
			WHERE found.value IS NOT NULL AND (found.period > held.period OR found.period = held.period
				AND found.table_id = e.details->>'table' AND found.id > held.series_id
				AND found.value IS DISTINCT FROM held.value)
			ORDER BY found.period DESC, found.id DESC LIMIT 1
		) AS newer
		LEFT JOIN kept_figure AS k ON k.municipality_id = e.municipality_id AND k.evidence_id = e.id
			AND k.series_id = newer.id AND k.withdrawn_at IS NULL
		LEFT JOIN organisation AS o ON o.municipality_id = k.municipality_id AND o.id = k.organisation_id
		WHERE e.municipality_id = ${municipality} AND e.id = ANY(${held.rows.map(({ id }) => id)}::uuid[])
		ORDER BY e.created_at, e.id`.execute(reader);
	return rows.map((row) => newerOf(row, actor));
}

function candidates(condition: ReturnType<typeof sql>) {
	return sql`SELECT s.id, s.period, p.table_id, f.values[s.position + 1] AS value
		FROM series AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			AND p.replaced_at IS NULL
		JOIN place AS a ON a.code = e.details->>'areaCode' AND a.boundary_year = p.boundary_year
		JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		WHERE s.municipality_id = e.municipality_id AND ${condition}`;
}

function newerOf(row: Row, { language }: Actor): NewerFigure {
	const { details, keptId, version, reason, organisationName } = row;
	const words = (value: Parameters<typeof figureWords>[0], period: string) =>
		`${figureWords(value, details, language)} (${periodWords(period, language)})`;
	return {
		evidenceId: row.evidenceId,
		seriesId: row.seriesId,
		isRevision: row.period === details.period,
		period: row.period,
		before: words(unfolded(details), details.period),
		now: words({ value: row.value }, row.period),
		kept: keptId === null ? null : { id: keptId, version, reason, organisationName },
	};
}
