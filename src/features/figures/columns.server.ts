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

/** Each a list with commas, or null when there is nothing in it. */
interface Row {
	ids: string | null;
	codes: string | null;
	held: string | null;
	columns: (string | null)[];
}

/**
 * Columns for maps of the country, comparable areas and warnings: thousands of areas at once, in the order of their
 * codes. Only areas that the publication holds.
 *
 * Areas and figures are two walks along an index, which are brought together here: a join would look each of 14,000
 * areas up by itself. The lists come as texts, for the driver's own reading of an array takes ten times as long.
 */
export async function columnsOfLevel(
	reader: Reader,
	municipalityId: string,
	publicationId: string,
	positions: readonly number[],
	level: AreaLevel,
	within?: string,
): Promise<LevelColumns> {
	const year = sql`(SELECT boundary_year FROM publication
		WHERE municipality_id = ${municipalityId}::uuid AND id = ${publicationId}::uuid)`;
	const { rows } = await sql<Row>`
		WITH place AS (${areasAsked(municipalityId, { level, within }, year)})
		SELECT
			(SELECT string_agg(id::text, ',' ORDER BY code COLLATE "C") FROM place) AS ids,
			(SELECT string_agg(code, ',' ORDER BY code COLLATE "C") FROM place) AS codes,
			string_agg(f.area_id::text, ',') AS held,
			ARRAY[${sql.join(positions.map(columnText))}]::text[] AS columns
		FROM area_figures AS f
		WHERE f.municipality_id = ${municipalityId}::uuid AND f.publication_id = ${publicationId}::uuid
			AND f.area_id = ANY(ARRAY(SELECT id FROM place))`.execute(reader);
	return together(rows[0] as Row);
}

function columnText(position: number) {
	return sql`string_agg(coalesce(f.values[${position}::integer + 1]::text, 'NaN'), ',')`;
}

/** The figures of the areas that were asked for, in their order. */
function together({ ids, codes, held, columns }: Row): LevelColumns {
	const rowOf = new Map(listOf(held).map((id, row) => [id, row]));
	const names = listOf(codes);
	const found = listOf(ids).flatMap((id, at) => {
		const row = rowOf.get(id);
		return row === undefined ? [] : [{ row, code: names[at] as string }];
	});
	return {
		codes: found.map(({ code }) => code),
		columns: columns.map((text) => {
			const cells = listOf(text);
			return Float64Array.from(found, ({ row }) => Number(cells[row]));
		}),
	};
}

function listOf(text: string | null): string[] {
	return text === null ? [] : text.split(',');
}
