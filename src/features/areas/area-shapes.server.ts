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
	importId: string;
}

/**
 * The shapes for a map: of the asked year, or of the year nearest to it that is known (the later of two); `boundaryYear`
 * says which. No shapes when none were imported. Along the key, and who made them beside it; names are looked up one by one, which is
 * as quick right after an import, when PostgreSQL knows nothing of the new rows yet.
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
		SELECT s.code, chosen.year, s.is_water AS "isWater", s.is_approximate AS "isApproximate", ${detail} AS shape,
			s.import_id AS "importId",
			coalesce((SELECT name FROM area WHERE municipality_id = s.municipality_id
					AND code = (s.code COLLATE "default") AND boundary_year = s.boundary_year),
				(SELECT name FROM area_finder WHERE municipality_id = s.municipality_id AND code = s.code)) AS name
		FROM chosen JOIN area_shape AS s ON s.municipality_id = ${municipalityId}::uuid
			AND s.boundary_year = chosen.year AND s.level = ${level}::text AND ${range}
		ORDER BY s.code`.execute(reader);
	return {
		askedYear: year,
		boundaryYear: rows[0]?.year ?? null,
		origins: await originsOf(reader, municipalityId, [...new Set(rows.map((row) => row.importId))]),
		shapes: rows.map(shapeOfRow),
	};
}

/** Who made the boundaries, and under which licence, as far as somebody said so. */
async function originsOf(
	reader: Reader,
	municipalityId: string,
	importIds: readonly string[],
): Promise<string[]> {
	if (importIds.length === 0) return [];
	const rows = await reader
		.selectFrom('boundary_import')
		.select(['publisher', 'licence'])
		.distinct()
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', importIds)
		.execute();
	return rows
		.map(({ publisher, licence }) => [publisher, licence].filter(Boolean).join(', '))
		.filter((origin) => origin !== '');
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
