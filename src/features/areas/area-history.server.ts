import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { AreaYear } from './area-history.ts';
import type { AreaChange } from './read-changes.ts';

/** What is known about how codes changed: everything that `historyOf` needs for each of the codes that were asked. */
export interface CodeChanges {
	changes: AreaChange[];
	years: AreaYear[];
}

/**
 * Every change that leads to these codes, however long ago, with the other parts of what was split on the way, and the
 * years in which an area was marked as changed. One statement, and few rows: areas without changes give none, so that
 * it is quick to find out that nothing has to be followed.
 */
export async function codeChanges(
	reader: Reader,
	municipalityId: string,
	codes: readonly string[],
): Promise<CodeChanges> {
	type Row = { code: string; year: number } & (
		{ to: string; share: number | null } | { to: null; boundaryChange: number | null }
	);
	const { rows } = await sql<Row>`
		WITH RECURSIVE back (code) AS (
			SELECT unnest(${codes}::text[]) COLLATE "C"
			UNION SELECT c.from_code FROM back JOIN area_change AS c
				ON c.municipality_id = ${municipalityId}::uuid AND c.to_code = back.code),
		known AS MATERIALIZED (
			SELECT c.year, c.from_code, c.to_code, c.share FROM back JOIN area_change AS c
				ON c.municipality_id = ${municipalityId}::uuid AND c.from_code = back.code)
		SELECT year, from_code AS code, to_code AS "to", share, NULL::smallint AS "boundaryChange" FROM known
		UNION ALL
		SELECT boundary_year, code, NULL, NULL, boundary_change FROM area
		WHERE municipality_id = ${municipalityId}::uuid
			AND code = ANY(ARRAY(SELECT code COLLATE "default" FROM back))
			AND (boundary_change IN (2, 3) OR code COLLATE "C" IN (
				SELECT from_code FROM known UNION ALL SELECT to_code FROM known))
		ORDER BY 1, 2, 3`.execute(reader);
	const found: CodeChanges = { changes: [], years: [] };
	for (const row of rows) {
		const { code, year } = row;
		if (row.to === null) found.years.push({ code, year, boundaryChange: row.boundaryChange });
		else found.changes.push({ year, from: code, to: row.to, share: row.share });
	}
	return found;
}
