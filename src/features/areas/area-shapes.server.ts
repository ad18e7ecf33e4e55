import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { AreaShape, AreaShapes, MappedLevel } from './area-map.ts';
import { decodeShape, geometryOf } from './shape.ts';

const PREFIX: Record<MappedLevel, string> = {
	municipality: 'GM',
	district: 'WK',
	neighbourhood: 'BU',
};

/** Which shapes a map needs. */
export interface ShapesWanted {
	level: MappedLevel;
	/** Only those in this municipality or wijk; null for the whole country, with coarser lines. */
	within: string | null;
	/** The year of the boundaries that the figures are about. */
	year: number;
}

interface Row {
	code: string;
	name: string | null;
	year: number;
	isWater: boolean;
	isApproximate: boolean;
	shape: Uint8Array;
}

/**
 * The shapes for a map: of the asked year, or of the year nearest to it that is known (the later of two); `boundaryYear`
 * says which. No shapes when none were imported. One statement, along the key.
 */
export async function mapShapes(
	reader: Reader,
	municipalityId: string,
	{ level, within, year }: ShapesWanted,
): Promise<AreaShapes> {
	const prefix =
		within === null || within === 'NL' ? PREFIX[level] : PREFIX[level] + within.slice(2);
	// With the byte order of the column, `~` comes after every letter and digit.
	const range = sql`s.code >= ${prefix}::text COLLATE "C" AND s.code < (${prefix}::text || '~') COLLATE "C"`;
	const detail = prefix.length === 2 ? sql`s.coarse` : sql`s.fine`;
	const { rows } = await sql<Row>`
		WITH chosen AS (
			SELECT year::smallint AS year FROM generate_series(1990, 2100) AS year
			WHERE EXISTS (SELECT 1 FROM area_shape AS s WHERE s.municipality_id = ${municipalityId}::uuid
				AND s.boundary_year = year::smallint AND s.level = ${level}::text AND ${range})
			ORDER BY abs(year - ${year}::integer), year DESC LIMIT 1)
		SELECT s.code, coalesce(a.name, f.name) AS name, chosen.year, s.is_water AS "isWater",
			s.is_approximate AS "isApproximate", ${detail} AS shape
		FROM chosen JOIN area_shape AS s ON s.municipality_id = ${municipalityId}::uuid
			AND s.boundary_year = chosen.year AND s.level = ${level}::text AND ${range}
		LEFT JOIN area AS a ON a.municipality_id = s.municipality_id AND a.code = (s.code COLLATE "default")
			AND a.boundary_year = s.boundary_year
		LEFT JOIN area_finder AS f ON f.municipality_id = s.municipality_id AND f.code = s.code
		ORDER BY s.code`.execute(reader);
	return {
		askedYear: year,
		boundaryYear: rows[0]?.year ?? null,
		shapes: rows.map(shapeOfRow),
	};
}

function shapeOfRow({ code, name, isWater, isApproximate, shape }: Row): AreaShape {
	return {
		code,
		name: name ?? code,
		isWater,
		isApproximate,
		geometry: geometryOf(decodeShape(shape)),
	};
}
