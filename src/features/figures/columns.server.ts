import { sql } from 'kysely';
import type { AreaLevel } from '#features/areas/area-code.ts';
import type { Reader } from '#server/database/handles.ts';
import { areasAsked } from './values.server.ts';

/** Some series of one publication for all areas of a level: `columns[c][a]` is `positions[c]` of `codes[a]`. */
export interface LevelColumns {
	codes: string[];
	/** NaN where there is no value, whatever the reason. */
	columns: Float64Array[];
}

/**
 * Columns for maps of the country, comparable areas and warnings: thousands of areas at once, in the order of their
 * codes. Only areas that the publication holds. The numbers come as one text per column: the driver's own reading of
 * an array takes ten times as long.
 */
export async function columnsOfLevel(
	reader: Reader,
	municipalityId: string,
	publicationId: string,
	positions: readonly number[],
	level: AreaLevel,
	within?: string,
): Promise<LevelColumns> {
	const { rows } = await sql<{ codes: string | null; columns: string[] | null }>`
		WITH held AS (
			SELECT a.code, f.values FROM publication AS p
			JOIN area AS a ON a.municipality_id = p.municipality_id AND a.boundary_year = p.boundary_year
				AND ${areasAsked({ level, within })}
			JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
				AND f.area_id = a.id
			WHERE p.municipality_id = ${municipalityId}::uuid AND p.id = ${publicationId}::uuid
			ORDER BY a.code COLLATE "C")
		SELECT string_agg(code, ',') AS codes, ARRAY[${sql.join(positions.map(columnText))}]::text[] AS columns
		FROM held`.execute(reader);
	const { codes, columns } = rows[0] ?? {};
	if (!codes) return { codes: [], columns: positions.map(() => new Float64Array(0)) };
	return { codes: codes.split(','), columns: (columns ?? []).map(numbers) };
}

function columnText(position: number) {
	return sql`string_agg(coalesce(values[${position}::integer + 1]::text, 'NaN'), ',')`;
}

function numbers(text: string): Float64Array {
	return Float64Array.from(text.split(','), Number);
}
