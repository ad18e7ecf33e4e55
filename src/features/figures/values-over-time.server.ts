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

type Row = FactRow & MeasuredCells & { code: string; brokenIn: number[] };

/**
 * The values of areas over the periods, the earliest first, by code. Of several publications about one period the newest
 * that holds the area counts.
 */
export async function valuesOverTime(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
	codes: readonly string[],
): Promise<Map<string, PeriodValue[]>> {
	const { rows } = await sql<Row>`
		WITH ${placesByCode(municipalityId, codes)}, followed AS MATERIALIZED (
			SELECT * FROM series AS s
			WHERE s.municipality_id = ${municipalityId}::uuid AND ${series(municipalityId, followed)})
		SELECT DISTINCT ON (a.code COLLATE "C", s.period) a.code, ${factColumns}, ${cellsAt(sql`s.position + 1`)},
			ARRAY(SELECT changed.boundary_year FROM place AS changed
				WHERE changed.code = a.code AND changed.boundary_change IN (2, 3)) AS "brokenIn"
		FROM followed AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			AND p.replaced_at IS NULL ${publisher(followed)}
		JOIN place AS a ON a.boundary_year = p.boundary_year
		JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		ORDER BY a.code COLLATE "C", s.period, p.created_at DESC, p.id, s.position`.execute(reader);
	const byCode = new Map(codes.map((code): [string, PeriodValue[]] => [code, []]));
	for (const row of rows) {
		const values = byCode.get(row.code) ?? [];
		const before = values.at(-1)?.publication.boundaryYear ?? row.boundaryYear;
		const [from, to] = [before, row.boundaryYear].toSorted() as [number, number];
		values.push({
			...factsOf(row),
			measured: measuredOf(row, row.isOwn),
			isBreak: row.brokenIn.some((year) => from < year && year <= to),
		});
	}
	return byCode;
}

function series(municipalityId: string, followed: Followed) {
	if ('measure' in followed)
		return sql`s.measure = ${followed.measure}::text AND s.publication_id = ANY(ARRAY(
			SELECT id FROM publication WHERE municipality_id = ${municipalityId}::uuid
				AND family = ${followed.family}::text))`;
	return sql`s.indicator = ${followed.indicator}::text`;
}

function publisher(followed: Followed) {
	return 'publisher' in followed && followed.publisher !== undefined
		? sql`AND p.publisher = ${followed.publisher}::text`
		: sql``;
}
