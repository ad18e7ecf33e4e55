import { sql, type RawBuilder } from 'kysely';
import { codesAbove, findArea, type Area } from '#features/areas/area.queries.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { measuredOf, type Measured } from './measured.ts';
import type { ProfileLine } from './profile.ts';

export interface AreaFigures {
	area: Area;
	/** The areas it lies in, the nearest first. */
	above: Area[];
	lines: ProfileLine[];
}

type Who = 'own' | 'municipality' | 'country';

type Row = Omit<ProfileLine, Who | 'place'> & {
	isOwn: boolean;
	areasCompared: number | null;
} & Record<
		`${Who}${'Holds' | 'Value' | 'Missing' | 'Lower' | 'Upper' | 'Numerator' | 'Denominator' | 'Place'}`,
		number | null
	>;

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
		SELECT s.id AS "seriesId", s.measure, s.indicator, s.title, s.unit, s.decimals, s.period, s.kind,
			s.provisional AS "isProvisional", p.id AS "publicationId", p.table_id AS "tableId",
			p.title AS "tableTitle", p.publisher, p.licence, p.boundary_year AS "boundaryYear",
			p.retrieved_at AS "retrievedAt", p.population, p.source = 'own' AS "isOwn",
			${cells('own')}, ${cells('municipality')}, ${cells('country')},
			spread.below[cardinality(spread.below)] AS "areasCompared"
		FROM publication AS p
		${figuresOf('own', code)} ${figuresOf('municipality', municipality)} ${figuresOf('country', country)}
		JOIN series AS s ON s.municipality_id = p.municipality_id AND s.publication_id = p.id
		LEFT JOIN series_spread AS spread ON spread.municipality_id = s.municipality_id
			AND spread.series_id = s.id AND spread.level = ${level}
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.replaced_at IS NULL
			AND (${seriesId}::integer IS NULL OR s.id = ${seriesId}::integer)
			AND (own.area_id IS NOT NULL OR municipality.area_id IS NOT NULL OR country.area_id IS NOT NULL)
		ORDER BY s.period DESC, p.created_at DESC, s.position`.execute(reader);
	return rows.map(lineOf);
}

function figuresOf(who: Who, code: string | null) {
	const area = sql.ref(`${who}_area`);
	return sql`
		LEFT JOIN area AS ${area} ON ${area}.municipality_id = p.municipality_id
			AND ${area}.code = ${code} AND ${area}.boundary_year = p.boundary_year
		LEFT JOIN area_figures AS ${sql.ref(who)} ON ${sql.ref(who)}.municipality_id = p.municipality_id
			AND ${sql.ref(who)}.publication_id = p.id AND ${sql.ref(who)}.area_id = ${area}.id`;
}

const arrays = ['missing', 'lower', 'upper', 'numerator', 'denominator'] as const;

function cells(who: Who) {
	const named = (name: string) => sql.ref(`${who}${name.charAt(0).toUpperCase()}${name.slice(1)}`);
	const value = sql`${sql.ref(`${who}.values`)}[s.position + 1]`;
	const others = arrays.map(
		(name) => sql`${sql.ref(`${who}.${name}`)}[s.position + 1] AS ${named(name)}`,
	);
	return sql`${sql.ref(`${who}.area_id`)} AS ${named('holds')}, ${value} AS ${named('value')},
		${sql.join(others)}, ${place(value)} AS ${named('place')}`;
}

/** The mid-rank percentile in the staircase of `series_spread`: the same as `placeIn`. */
function place(value: RawBuilder<unknown>) {
	return sql`CASE WHEN ${value} IS NOT NULL THEN (
		SELECT 100 * CASE WHEN at > 0 AND spread.breaks[at] = ${value}
			THEN (spread.below[at] + spread.below[at + 1]) / 2.0::double precision
			ELSE spread.below[at + 1] END
			/ nullif(spread.below[cardinality(spread.below)], 0)
		FROM width_bucket(${value}, spread.breaks) AS at) END`;
}

function lineOf(row: Row): ProfileLine {
	return {
		seriesId: row.seriesId,
		measure: row.measure,
		indicator: row.indicator,
		title: row.title,
		unit: row.unit,
		decimals: row.decimals,
		period: row.period,
		publicationId: row.publicationId,
		tableId: row.tableId,
		tableTitle: row.tableTitle,
		publisher: row.publisher,
		licence: row.licence,
		boundaryYear: row.boundaryYear,
		retrievedAt: row.retrievedAt,
		population: row.population,
		kind: row.kind,
		isProvisional: row.isProvisional,
		own: measuredFor(row, 'own'),
		municipality: measuredFor(row, 'municipality'),
		country: measuredFor(row, 'country'),
		place: row.areasCompared
			? {
					own: row.ownPlace,
					municipality: row.municipalityPlace,
					country: row.countryPlace,
					areasCompared: row.areasCompared,
				}
			: null,
	};
}

/** Null where the publication does not hold the area. */
function measuredFor(row: Row, who: Who): Measured | null {
	if (row[`${who}Holds`] === null) return null;
	const found = {
		value: row[`${who}Value`],
		missing: row[`${who}Missing`],
		lower: row[`${who}Lower`],
		upper: row[`${who}Upper`],
		numerator: row[`${who}Numerator`],
		denominator: row[`${who}Denominator`],
	};
	return measuredOf(found, row.isOwn);
}
