import { sql } from 'kysely';
import { codesAbove, findArea, type Area } from '#features/areas/area.queries.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { MissingText, Measured, ProfileLine } from './profile.ts';

export interface AreaFigures {
	area: Area;
	/** The areas it lies in, the nearest first. */
	above: Area[];
	lines: ProfileLine[];
}

interface Row extends Omit<ProfileLine, 'own' | 'municipality' | 'country' | 'place'> {
	ownValue: number | null;
	ownMissing: MissingText | null;
	municipalityValue: number | null;
	municipalityMissing: MissingText | null;
	countryValue: number | null;
	countryMissing: MissingText | null;
	ownPlace: number | null;
	municipalityPlace: number | null;
	countryPlace: number | null;
	areasCompared: number | null;
}

/**
 * Everything that was published about an area, one line per series, with the municipality and the country beside it
 * and the place among all areas of its level where the whole country was imported: two statements.
 * Throws `area.not_imported`.
 */
export async function figuresOfArea(
	reader: Reader,
	actor: Actor,
	code: string,
): Promise<AreaFigures> {
	const found = await findArea(reader, actor, code);
	return { ...found, lines: await profileLines(reader, actor, found.area) };
}

/** The lines of `figuresOfArea`; with `seriesId` only that series. */
export async function profileLines(
	reader: Reader,
	{ municipalityId }: Pick<Actor, 'municipalityId'>,
	{ code, level }: Pick<Area, 'code' | 'level'>,
	seriesId: number | null = null,
): Promise<ProfileLine[]> {
	const municipality = codesAbove(code).find((above) => above.startsWith('GM')) ?? null;
	const country = code === 'NL' ? null : 'NL';
	const { rows } = await sql<Row>`
		SELECT s.id AS "seriesId", s.measure, s.indicator, s.title, s.unit, s.decimals, s.period,
			p.id AS "publicationId", p.table_id AS "tableId", p.title AS "tableTitle", p.publisher, p.licence,
			p.boundary_year AS "boundaryYear", p.retrieved_at AS "retrievedAt", p.population, p.kind,
			own.value AS "ownValue", own.missing AS "ownMissing",
			municipality.value AS "municipalityValue", municipality.missing AS "municipalityMissing",
			country.value AS "countryValue", country.missing AS "countryMissing",
			${place('own')} AS "ownPlace", ${place('municipality')} AS "municipalityPlace",
			${place('country')} AS "countryPlace", spread.below[cardinality(spread.below)] AS "areasCompared"
		FROM publication AS p
		JOIN series AS s ON s.municipality_id = p.municipality_id AND s.publication_id = p.id
		${figureOf('own', code)} ${figureOf('municipality', municipality)} ${figureOf('country', country)}
		LEFT JOIN series_spread AS spread ON spread.municipality_id = s.municipality_id
			AND spread.series_id = s.id AND spread.level = ${level}
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.replaced_at IS NULL
			AND (${seriesId}::integer IS NULL OR s.id = ${seriesId}::integer)
			AND (own.series_id IS NOT NULL OR municipality.series_id IS NOT NULL OR country.series_id IS NOT NULL)
		ORDER BY s.period DESC, p.created_at DESC, s.position`.execute(reader);
	return rows.map(lineOf);
}

type Who = 'own' | 'municipality' | 'country';

function figureOf(who: Who, code: string | null) {
	const area = sql.ref(`${who}_area`);
	return sql`
		LEFT JOIN area AS ${area} ON ${area}.municipality_id = p.municipality_id
			AND ${area}.code = ${code} AND ${area}.boundary_year = p.boundary_year
		LEFT JOIN figure AS ${sql.ref(who)} ON ${sql.ref(who)}.municipality_id = s.municipality_id
			AND ${sql.ref(who)}.series_id = s.id AND ${sql.ref(who)}.area_id = ${area}.id`;
}

/** The mid-rank percentile in the staircase of `series_spread`: the same as `placeIn`. */
function place(who: Who) {
	const value = sql.ref(`${who}.value`);
	return sql`CASE WHEN ${value} IS NOT NULL THEN (
		SELECT 100 * CASE WHEN at > 0 AND spread.breaks[at] = ${value}
			THEN (spread.below[at] + spread.below[at + 1]) / 2.0::double precision
			ELSE spread.below[at + 1] END
			/ nullif(spread.below[cardinality(spread.below)], 0)
		FROM width_bucket(${value}, spread.breaks) AS at) END`;
}

function lineOf(row: Row): ProfileLine {
	const { ownValue, ownMissing, municipalityValue, municipalityMissing, ...rest } = row;
	const { countryValue, countryMissing, ownPlace, municipalityPlace, countryPlace, ...line } = rest;
	const { areasCompared, ...facts } = line as typeof line & { areasCompared: number | null };
	return {
		...facts,
		own: measured(ownValue, ownMissing),
		municipality: measured(municipalityValue, municipalityMissing),
		country: measured(countryValue, countryMissing),
		place: areasCompared
			? { own: ownPlace, municipality: municipalityPlace, country: countryPlace, areasCompared }
			: null,
	};
}

function measured(value: number | null, missing: MissingText | null): Measured | null {
	if (value !== null) return { value };
	return missing === null ? null : { missing };
}
