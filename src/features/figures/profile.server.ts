import { sql } from 'kysely';
import { codesAbove, findArea, type Area } from '#features/areas/area.queries.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { measuredOf, type Measured } from './measured.ts';
import type { ProfileLine, YearValue } from './profile.ts';

export interface AreaFigures {
	area: Area;
	/** The areas it lies in, the nearest first. */
	above: Area[];
	lines: ProfileLine[];
}

type Who = 'own' | 'municipality' | 'country';

type Row = Omit<ProfileLine, Who | 'place' | 'years'> & {
	isOwn: boolean;
	areasCompared: number | null;
	/** The periods of the own area, as `yearsOf` reads them. */
	years: string | null;
} & Record<
		`${Who}${'Holds' | 'Value' | 'Missing' | 'Lower' | 'Upper' | 'Numerator' | 'Denominator' | 'Place'}`,
		number | null
	>;

/**
 * Everything that was published about an area: of each measure of each publisher the newest period that was filled in,
 * with the municipality and the country beside it, its place among all areas of its level where the whole country was
 * imported, and the values of all other periods in short. Two statements. Throws `area.not_imported`.
 */
export async function figuresOfArea(
	reader: Reader,
	actor: Actor,
	code: string,
): Promise<AreaFigures> {
	const found = await findArea(reader, actor, code);
	return { ...found, lines: await profileLines(reader, actor, found.area) };
}

/**
 * The lines of `figuresOfArea`; with `seriesId` that series, whatever its period. Places are looked up only for what is
 * given: of ten years that is a tenth.
 */
export async function profileLines(
	reader: Reader,
	{ municipalityId }: Pick<Actor, 'municipalityId'>,
	{ code, level }: Pick<Area, 'code' | 'level'>,
	seriesId: number | null = null,
): Promise<ProfileLine[]> {
	const municipality = codesAbove(code).find((above) => above.startsWith('GM')) ?? null;
	const country = code === 'NL' ? null : 'NL';
	const { rows } = await sql<Row>`
		WITH cell AS (
			SELECT s.id AS "seriesId", s.measure, s.indicator, s.title, s.unit, s.decimals, s.period, s.kind,
				s.provisional AS "isProvisional", s.position, p.id AS "publicationId", p.table_id AS "tableId",
				p.family, p.title AS "tableTitle", p.publisher, p.licence, p.boundary_year AS "boundaryYear",
				p.retrieved_at AS "retrievedAt", p.population, p.source = 'own' AS "isOwn", p.created_at,
				p.publisher || ' ' || coalesce(s.indicator, p.family || ' ' || s.measure) AS thing,
				own_area.boundary_change AS changed,
				${cells('own')}, ${cells('municipality')}, ${cells('country')}
			FROM publication AS p
			${figuresOf('own', code)} ${figuresOf('municipality', municipality)} ${figuresOf('country', country)}
			JOIN series AS s ON s.municipality_id = p.municipality_id AND s.publication_id = p.id
			WHERE p.municipality_id = ${municipalityId}::uuid AND p.replaced_at IS NULL
				AND (own.area_id IS NOT NULL OR municipality.area_id IS NOT NULL OR country.area_id IS NOT NULL)),
		newest AS (
			SELECT thing, coalesce(
					max(period) FILTER (WHERE "ownValue" IS NOT NULL OR "municipalityValue" IS NOT NULL
						OR "countryValue" IS NOT NULL),
					max(period)) AS period,
				string_agg(concat_ws('|', period, CASE WHEN changed IN (2, 3) THEN 'b' ELSE '' END,
					coalesce("ownValue"::text, ''), coalesce("countryValue"::text, '')),
					';' ORDER BY period, created_at) AS years
			FROM cell WHERE "ownHolds" IS NOT NULL GROUP BY thing)
		SELECT cell.*, newest.years, ${places}, spread.below[cardinality(spread.below)] AS "areasCompared"
		FROM cell LEFT JOIN newest ON newest.thing = cell.thing
		LEFT JOIN series_spread AS spread ON spread.municipality_id = ${municipalityId}::uuid
			AND spread.series_id = cell."seriesId" AND spread.level = ${level}
		WHERE CASE WHEN ${seriesId}::integer IS NULL THEN cell.period = newest.period
			ELSE cell."seriesId" = ${seriesId}::integer END
		ORDER BY cell.period DESC, cell.created_at DESC, cell.position`.execute(reader);
	return rows.map(lineOf);
}

/** The periods as `figuresOfArea` asks for them: `2015|b|12.3|10.9`, a break marked with `b`, later imports last. */
function yearsOf(text: string | null): YearValue[] {
	const number = (part: string | undefined) => (part ? Number(part) : null);
	const all = (text ?? '').split(';').filter((one) => one !== '');
	const byPeriod = new Map<string, YearValue>();
	for (const one of all) {
		const [period = '', mark, own, country] = one.split('|');
		const before = byPeriod.get(period);
		byPeriod.set(period, {
			period,
			isBreak: mark === 'b',
			own: number(own) ?? before?.own ?? null,
			country: number(country) ?? before?.country ?? null,
		});
	}
	return [...byPeriod.values()];
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
		${sql.join(others)}`;
}

/** The mid-rank percentiles in the staircase of `series_spread`: the same as `placeIn`. */
const places = sql.join(
	(['own', 'municipality', 'country'] as const).map((who) => {
		const value = sql.ref(`${who}Value`);
		return sql`CASE WHEN ${value} IS NOT NULL THEN (
			SELECT 100 * CASE WHEN at > 0 AND spread.breaks[at] = ${value}
				THEN (spread.below[at] + spread.below[at + 1]) / 2.0::double precision
				ELSE spread.below[at + 1] END
				/ nullif(spread.below[cardinality(spread.below)], 0)
			FROM width_bucket(${value}, spread.breaks) AS at) END AS ${sql.ref(`${who}Place`)}`;
	}),
);

function lineOf(row: Row): ProfileLine {
	return {
		seriesId: row.seriesId,
		measure: row.measure,
		indicator: row.indicator,
		title: row.title,
		unit: row.unit,
		decimals: row.decimals,
		period: row.period,
		position: row.position,
		publicationId: row.publicationId,
		tableId: row.tableId,
		family: row.family,
		tableTitle: row.tableTitle,
		publisher: row.publisher,
		licence: row.licence,
		boundaryYear: row.boundaryYear,
		retrievedAt: row.retrievedAt,
		population: row.population,
		kind: row.kind,
		isProvisional: row.isProvisional,
		years: yearsOf(row.years),
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
		comparable: null,
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
