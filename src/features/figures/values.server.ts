import { sql, type RawBuilder } from 'kysely';
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

/** The elements at one place of `area_figures AS f`, from 1, as `MeasuredCells`. */
export function cellsAt(element: RawBuilder<unknown>) {
	return sql`
		f.values[${element}] AS value, f.missing[${element}] AS missing,
		f.lower[${element}] AS lower, f.upper[${element}] AS upper,
		f.numerator[${element}] AS numerator, f.denominator[${element}] AS denominator`;
}

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
		WITH asked AS MATERIALIZED (
			SELECT s.position + 1 AS element, p.id, p.boundary_year, p.source = 'own' AS is_own
			FROM series AS s
			JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			WHERE s.municipality_id = ${municipalityId}::uuid AND s.id = ${seriesId}::integer)
		SELECT a.code, a.name, a.level, ${asked('is_own')} AS "isOwn", ${cellsAt(asked('element'))}
		FROM (${areasAsked(municipalityId, where, asked('boundary_year'))}) AS a
		LEFT JOIN area_figures AS f ON f.municipality_id = ${municipalityId}::uuid
			AND f.publication_id = ${asked('id')} AND f.area_id = a.id
		ORDER BY a.code COLLATE "C"`.execute(reader);
	return rows.map(({ code, name, level, isOwn, ...cells }) => ({
		code,
		name,
		level,
		measured: measuredOf(cells, isOwn),
	}));
}

/**
 * A fact of what is asked for, known before the areas are looked at: so they are found along the index by the one
 * publication, whatever PostgreSQL expects of the tables.
 */
function asked(fact: string) {
	return sql`(SELECT ${sql.ref(fact)} FROM asked)`;
}

/**
 * The areas of a year that are asked for: id, code, name and level. Codes are looked up by themselves (OFFSET 0 keeps it
 * so): else PostgreSQL may walk through all areas of the year. What lies within a municipality or wijk begins with its
 * number: `WK0202…` and `BU0202…` in GM0202, `BU020210…` in WK020210.
 */
export function areasAsked(municipalityId: string, where: AreasAsked, year: RawBuilder<unknown>) {
	if ('codes' in where)
		return sql`SELECT id, code, name, level FROM (
			SELECT * FROM area WHERE municipality_id = ${municipalityId}::uuid
				AND code = ANY(${where.codes}::text[]) OFFSET 0) AS found
			WHERE boundary_year = ${year}`;
	const { level, within } = where;
	const start = startOfCodes(level, within);
	return sql`SELECT id, code, name, level FROM area
		WHERE municipality_id = ${municipalityId}::uuid AND level = ${level}::text AND boundary_year = ${year}
			AND code COLLATE "C" >= ${start}::text AND code COLLATE "C" < ${`${start}~`}::text`;
}

const prefixes = { country: 'NL', municipality: 'GM', district: 'WK', neighbourhood: 'BU' };

function startOfCodes(level: AreaLevel, within: string | undefined): string {
	return within === undefined || within === 'NL'
		? ''
		: `${prefixes[level]}${within.replace(/^[A-Z]{2}/, '')}`;
}
