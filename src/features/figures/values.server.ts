import { sql } from 'kysely';
import type { AreaLevel } from '#features/areas/area-code.ts';
import type { Reader } from '#server/database/handles.ts';
import { measuredOf, type Measured, type MeasuredCells } from './measured.ts';

/** Some areas by their codes, or all of a level: of the whole country, or within a municipality or wijk. */
export type AreasAsked =
	{ codes: readonly string[] } | { level: AreaLevel; within?: string | undefined };

/** What a series says of one area. */
export interface AreaValue {
	code: string;
	/** As it was called in the year of the boundaries; the code itself where no file gave a name. */
	name: string;
	level: AreaLevel;
	measured: Measured;
}

/** The element of `area_figures AS f` that belongs to `series AS s`, as `MeasuredCells`. */
export const cellsOfSeries = sql`
	f.values[s.position + 1] AS value, f.missing[s.position + 1] AS missing,
	f.lower[s.position + 1] AS lower, f.upper[s.position + 1] AS upper,
	f.numerator[s.position + 1] AS numerator, f.denominator[s.position + 1] AS denominator`;

/**
 * The values of one series, in the order of the codes of the areas. Areas are those of the boundary year of its
 * publication; one that the publication does not hold is `not_measured`, a code that the year does not know is left out.
 */
export async function valuesOfSeries(
	reader: Reader,
	municipalityId: string,
	seriesId: number,
	where: AreasAsked,
): Promise<AreaValue[]> {
	const { rows } = await sql<MeasuredCells & Omit<AreaValue, 'measured'> & { isOwn: boolean }>`
		SELECT a.code, a.name, a.level, p.source = 'own' AS "isOwn", ${cellsOfSeries}
		FROM series AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
		JOIN area AS a ON a.municipality_id = p.municipality_id AND a.boundary_year = p.boundary_year
			AND ${areasAsked(where)}
		LEFT JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		WHERE s.municipality_id = ${municipalityId}::uuid AND s.id = ${seriesId}::integer
		ORDER BY a.code COLLATE "C"`.execute(reader);
	return rows.map(({ code, name, level, isOwn, ...cells }) => ({
		code,
		name,
		level,
		measured: measuredOf(cells, isOwn),
	}));
}

/**
 * The condition on `area AS a`. What lies within a municipality or wijk begins with its number: `WK0202…` and
 * `BU0202…` in GM0202, `BU020210…` in WK020210.
 */
export function areasAsked(where: AreasAsked) {
	if ('codes' in where) return sql`a.code = ANY(${where.codes}::text[])`;
	const { level, within } = where;
	const start = startOfCodes(level, within);
	return sql`a.level = ${level}::text AND a.code COLLATE "C" >= ${start}::text
		AND a.code COLLATE "C" < ${`${start}~`}::text`;
}

const prefixes = { country: 'NL', municipality: 'GM', district: 'WK', neighbourhood: 'BU' };

function startOfCodes(level: AreaLevel, within: string | undefined): string {
	return within === undefined || within === 'NL'
		? ''
		: `${prefixes[level]}${within.replace(/^[A-Z]{2}/, '')}`;
}
