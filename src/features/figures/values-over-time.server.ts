import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { placesByCode } from './held-figures.server.ts';
import { measuredOf, type Measured, type MeasuredCells } from './measured.ts';
import { factColumns, factsOf, type FactRow } from './series.server.ts';
import type { SeriesFacts } from './series.ts';
import { cellsAt } from './values.server.ts';

/** What is followed over the years: an indicator of the catalogue (of one publisher), or a column of a family of tables. */
export type Followed =
	{ indicator: string; publisher?: string } | { family: string; measure: string };

/** What was measured of an area about one period. */
export interface PeriodValue extends SeriesFacts {
	measured: Measured;
	/**
	 * Whether the boundary or the code of the area changed since the period before it here, as CBS says: the two values
	 * are then about different places.
	 */
	isBreak: boolean;
}

interface Row extends MeasuredCells {
	code: string;
	seriesId: number;
	/** The years in which the area changed; null when it never did. */
	brokenIn: number[] | null;
}

/**
 * The values of areas over the periods, the earliest first, by code. Of several publications about one period the newest
 * that holds the area counts. Two statements that travel together, whatever the number of areas: what the series are, and
 * a narrow row per value.
 */
export async function valuesOverTime(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
	codes: readonly string[],
): Promise<Map<string, PeriodValue[]>> {
	const [facts, rows] = await Promise.all([
		factsOfFollowed(reader, municipalityId, followed),
		valuesOfFollowed(reader, municipalityId, followed, codes),
	]);
	const byCode = new Map(codes.map((code): [string, PeriodValue[]] => [code, []]));
	for (const { code, seriesId, brokenIn, ...cells } of rows) {
		const series = facts.get(seriesId);
		if (!series) continue;
		const values = byCode.get(code) ?? [];
		const { boundaryYear, isOwn } = series.publication;
		const before = values.at(-1)?.publication.boundaryYear ?? boundaryYear;
		const from = Math.min(before, boundaryYear);
		const to = Math.max(before, boundaryYear);
		const isBreak = brokenIn?.some((year) => from < year && year <= to) ?? false;
		values.push({ ...series, measured: measuredOf(cells, isOwn), isBreak });
	}
	return byCode;
}

async function factsOfFollowed(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
): Promise<Map<number, SeriesFacts>> {
	const { rows } = await sql<FactRow>`
		SELECT ${factColumns} ${seriesFollowed(municipalityId, followed)}`.execute(reader);
	return new Map(rows.map((row) => [row.seriesId, factsOf(row)]));
}

async function valuesOfFollowed(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
	codes: readonly string[],
): Promise<Row[]> {
	const { rows } = await sql<Row>`
		WITH ${placesByCode(municipalityId, codes)},
		known AS MATERIALIZED (
			SELECT id, code, boundary_year, array_agg(boundary_year)
				FILTER (WHERE boundary_change IN (2, 3)) OVER (PARTITION BY code) AS broken_in
			FROM place),
		followed AS MATERIALIZED (
			SELECT s.id, s.position, s.period, p.id AS publication_id, p.boundary_year, p.created_at
			${seriesFollowed(municipalityId, followed)})
		SELECT DISTINCT ON (a.code COLLATE "C", s.period) a.code, s.id AS "seriesId",
			a.broken_in AS "brokenIn", ${cellsAt(sql`s.position + 1`)}
		FROM followed AS s
		JOIN known AS a ON a.boundary_year = s.boundary_year
		JOIN area_figures AS f ON f.municipality_id = ${municipalityId}::uuid
			AND f.publication_id = s.publication_id AND f.area_id = a.id
		ORDER BY a.code COLLATE "C", s.period, s.created_at DESC, s.publication_id, s.position`.execute(
		reader,
	);
	return rows;
}

/** The series that are followed, of the publications that stand now: `series AS s` with `publication AS p`. */
function seriesFollowed(municipalityId: string, followed: Followed) {
	const which =
		'measure' in followed
			? sql`s.measure = ${followed.measure}::text AND s.publication_id = ANY(ARRAY(
				SELECT id FROM publication WHERE municipality_id = ${municipalityId}::uuid
					AND family = ${followed.family}::text))`
			: sql`s.indicator = ${followed.indicator}::text`;
	const publisher =
		'publisher' in followed && followed.publisher !== undefined
			? sql`AND p.publisher = ${followed.publisher}::text`
			: sql``;
	return sql`
		FROM (SELECT * FROM series AS s
			WHERE s.municipality_id = ${municipalityId}::uuid AND ${which} OFFSET 0) AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			AND p.replaced_at IS NULL ${publisher}`;
}
