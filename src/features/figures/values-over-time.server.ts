import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
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
		SELECT DISTINCT ON (a.code COLLATE "C", s.period) a.code, ${factColumns}, ${cellsAt(sql`s.position + 1`)},
			ARRAY(SELECT changed.boundary_year FROM area AS changed
				WHERE changed.municipality_id = a.municipality_id AND changed.code = a.code
					AND changed.boundary_change IN (2, 3)) AS "brokenIn"
		FROM series AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			AND p.replaced_at IS NULL
		JOIN area AS a ON a.municipality_id = p.municipality_id AND a.code = ANY(${codes}::text[])
			AND a.boundary_year = p.boundary_year
		JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		WHERE s.municipality_id = ${municipalityId}::uuid AND ${series(followed)}
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

function series(followed: Followed) {
	if ('measure' in followed)
		return sql`p.family = ${followed.family}::text AND s.measure = ${followed.measure}::text`;
	const { indicator, publisher } = followed;
	return publisher === undefined
		? sql`s.indicator = ${indicator}::text`
		: sql`s.indicator = ${indicator}::text AND p.publisher = ${publisher}::text`;
}
