import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { quantile } from '#statistics/spread.ts';
import { placesByCode } from './held-figures.server.ts';
import type { ComparableValue, ProfileLine } from './profile.ts';
import { wholeOf } from './shares.ts';

/**
 * What the comparable areas have for each line, by series: the middle and the quartiles of those with a value; of a count
 * that belongs to a total (see `shares.ts`) of their shares, in percent. Areas are
 * looked up by their codes in the boundaries of each publication. One statement, that reads as many rows as there are
 * areas and publications.
 */
export async function comparableValues(
	reader: Reader,
	municipalityId: string,
	lines: readonly Pick<ProfileLine, 'seriesId' | 'position' | 'publicationId' | 'indicator'>[],
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
		lines.flatMap((line) => {
			const whole = wholeOf(line, lines);
			const found = middleOf(
				(held.get(line.publicationId) ?? []).flatMap(({ cells }) =>
					valueOf(cells[line.position], whole && cells[whole.position]),
				),
			);
			return found ? [[line.seriesId, found] as const] : [];
		}),
	);
}

/** A value, or its share in percent where it belongs to a whole; nothing where either is missing. */
function valueOf(cell: string | undefined, whole: string | undefined | null): number[] {
	if (!cell) return [];
	if (whole === null) return [Number(cell)];
	return Number(whole) > 0 ? [(100 * Number(cell)) / Number(whole)] : [];
}

function middleOf(values: readonly number[]): ComparableValue | null {
	const known = values.toSorted((a, b) => a - b);
	if (known.length === 0) return null;
	const at = (share: number) => quantile(known, share);
	return { middle: at(0.5), lower: at(0.25), upper: at(0.75), count: known.length };
}
