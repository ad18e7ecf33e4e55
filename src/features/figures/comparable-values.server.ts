import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { quantile } from '#statistics/spread.ts';
import { placesByCode } from './held-figures.server.ts';
import type { ComparableValue, ProfileLine } from './profile.ts';

/**
 * What the comparable areas have for each line, by series: the middle and the quartiles of those with a value. Areas are
 * looked up by their codes in the boundaries of each publication. One statement, that reads as many rows as there are
 * areas and publications.
 */
export async function comparableValues(
	reader: Reader,
	municipalityId: string,
	lines: readonly Pick<ProfileLine, 'seriesId' | 'position' | 'publicationId'>[],
	codes: readonly string[],
): Promise<Map<number, ComparableValue>> {
	const publications = [...new Set(lines.map(({ publicationId }) => publicationId))];
	if (codes.length === 0 || publications.length === 0) return new Map();
	const { rows } = await sql<{ id: string; values: string }>`
		WITH ${placesByCode(municipalityId, codes)}
		SELECT p.id, array_to_string(f.values, ',', '') AS values
		FROM publication AS p
		JOIN place AS a ON a.boundary_year = p.boundary_year
		JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.id = ANY(${publications}::uuid[])`.execute(
		reader,
	);
	const held = Map.groupBy(
		rows.map(({ id, values }) => ({ id, cells: values.split(',') })),
		({ id }) => id,
	);
	return new Map(
		lines.flatMap(({ seriesId, position, publicationId }) => {
			const found = middleOf((held.get(publicationId) ?? []).map(({ cells }) => cells[position]));
			return found ? [[seriesId, found] as const] : [];
		}),
	);
}

function middleOf(cells: readonly (string | undefined)[]): ComparableValue | null {
	const known = cells.flatMap((cell) => (cell ? [Number(cell)] : [])).toSorted((a, b) => a - b);
	if (known.length === 0) return null;
	const at = (share: number) => quantile(known, share);
	return { middle: at(0.5), lower: at(0.25), upper: at(0.75), count: known.length };
}
