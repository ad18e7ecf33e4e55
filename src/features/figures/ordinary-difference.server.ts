import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { quantile } from '#statistics/spread.ts';
import type { AreaLevel } from '#features/areas/area-code.ts';

/** The interquartile range of a normal distribution, in standard deviations. */
const normalRange = 1.349;

/**
 * How much areas of a level ordinarily differ, per series that covers the country, in its own unit: the interquartile range
 * over 1.349, which for a normal distribution is its standard deviation, and which a few extreme areas hardly move
 * (P.J. Rousseeuw & C. Croux, Journal of the American Statistical Association 88 (1993), 1273). Series without a spread, and
 * those in which most areas have the same value, are not in it.
 */
export async function ordinaryDifferences(
	reader: Reader,
	municipalityId: string,
	seriesIds: readonly number[],
	level: AreaLevel,
): Promise<Map<number, number>> {
	const { rows } = await sql<{ seriesId: number; breaks: number[]; below: number[] }>`
		SELECT series_id AS "seriesId", breaks, below FROM series_spread
		WHERE municipality_id = ${municipalityId}::uuid AND series_id = ANY(${seriesIds}::integer[])
			AND level = ${level}`.execute(reader);
	const found = rows.map(({ seriesId, breaks, below }): [number, number | null] => [
		seriesId,
		ordinaryDifference(valuesOf(breaks, below)),
	]);
	return new Map(found.filter((one): one is [number, number] => one[1] !== null));
}

/** The same of values in ascending order; null for fewer than ten, and where there is no difference to speak of. */
export function ordinaryDifference(sorted: readonly number[]): number | null {
	if (sorted.length < 10) return null;
	const range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
	return range > 0 ? range / normalRange : null;
}

/** The values behind the staircase of `series_spread`, in order. */
function valuesOf(breaks: readonly number[], below: readonly number[]): number[] {
	return breaks.flatMap((value, index) =>
		new Array<number>(below[index + 1]! - below[index]!).fill(value),
	);
}
