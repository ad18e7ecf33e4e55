import { sql } from 'kysely';
import type { AreaLevel } from '#features/areas/area-code.ts';
import type { Reader } from '#server/database/handles.ts';

/** A series with the values whose places are asked for; null for none. */
export interface Placed {
	seriesId: number;
	own: number | null;
	municipality: number | null;
	country: number | null;
}

/** The same with places among all areas of a level (0–100, mid-rank percentile), and how many areas have a value. */
export interface Places extends Placed {
	areasCompared: number;
}

type Who = 'own' | 'municipality' | 'country';

/**
 * Where values stand among all areas of a level in the country, by series. Only of series of publications that cover the
 * country. Each place is a binary search in a list of thousands that has to be fetched first: ask for what is shown.
 */
export async function placesOf(
	reader: Reader,
	municipalityId: string,
	level: AreaLevel,
	values: readonly Placed[],
): Promise<Map<number, Places>> {
	const list = (who: Who) => `{${values.map((one) => one[who] ?? 'NULL').join(',')}}`;
	const ids = `{${values.map(({ seriesId }) => seriesId).join(',')}}`;
	const { rows } = await sql<Places>`
		SELECT spread.series_id AS "seriesId", ${place('own')}, ${place('municipality')}, ${place('country')},
			spread.below[cardinality(spread.below)] AS "areasCompared"
		FROM unnest(${ids}::integer[], ${list('own')}::float8[], ${list('municipality')}::float8[],
			${list('country')}::float8[]) AS asked (series_id, own, municipality, country)
		JOIN series_spread AS spread ON spread.municipality_id = ${municipalityId}::uuid
			AND spread.series_id = asked.series_id AND spread.level = ${level}::text
		WHERE cardinality(spread.breaks) > 0`.execute(reader);
	return new Map(rows.map((row) => [row.seriesId, row]));
}

/** The mid-rank percentile in the staircase of `series_spread`: the same as `placeIn`. */
function place(who: Who) {
	const value = sql.ref(`asked.${who}`);
	return sql`CASE WHEN ${value} IS NOT NULL THEN (
		SELECT 100 * CASE WHEN at > 0 AND spread.breaks[at] = ${value}
			THEN (spread.below[at] + spread.below[at + 1]) / 2.0::float8
			ELSE spread.below[at + 1] END / spread.below[cardinality(spread.below)]
		FROM width_bucket(${value}, spread.breaks) AS at) END AS ${sql.ref(who)}`;
}
