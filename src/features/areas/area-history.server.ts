import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { historyOf, type AreaSpan, type AreaYear } from './area-history.ts';
import type { AreaChange } from './read-changes.ts';

/**
 * The codes of an area through the years, newest first (see `historyOf`): what the imported changes of codes and the
 * publications' own marks of changed boundaries tell. Where nothing was imported it is one span. Two statements.
 */
export async function areaHistory(
	reader: Reader,
	municipalityId: string,
	code: string,
): Promise<AreaSpan[]> {
	const changes = await changesBefore(reader, municipalityId, code);
	const codes = [...new Set([code, ...changes.flatMap(({ from, to }) => [from, to])])];
	const { rows: years } = await sql<AreaYear>`
		SELECT code, boundary_year AS year, boundary_change AS "boundaryChange" FROM area
		WHERE municipality_id = ${municipalityId}::uuid AND code = ANY(${codes}::text[])`.execute(reader);
	return historyOf(code, changes, years);
}

/** What an area became after its code ended: the codes of the first change away from it; empty when it goes on. */
export async function areaSuccessors(
	reader: Reader,
	municipalityId: string,
	code: string,
): Promise<AreaChange[]> {
	const { rows } = await sql<AreaChange>`
		SELECT year, from_code AS "from", to_code AS "to", share FROM area_change AS c
		WHERE municipality_id = ${municipalityId}::uuid AND from_code = ${code}::text
			AND year = (SELECT min(year) FROM area_change AS first WHERE first.municipality_id = c.municipality_id
				AND first.from_code = c.from_code AND first.to_code <> first.from_code)
		ORDER BY share DESC NULLS LAST, to_code`.execute(reader);
	return rows;
}

/** Every change that leads to the code, however long ago, with the other parts of what was split on the way. */
async function changesBefore(
	reader: Reader,
	municipalityId: string,
	code: string,
): Promise<AreaChange[]> {
	const { rows } = await sql<AreaChange>`
		WITH RECURSIVE back (code) AS (
			SELECT ${code}::text COLLATE "C"
			UNION SELECT c.from_code FROM back JOIN area_change AS c
				ON c.municipality_id = ${municipalityId}::uuid AND c.to_code = back.code)
		SELECT c.year, c.from_code AS "from", c.to_code AS "to", c.share
		FROM back JOIN area_change AS c ON c.municipality_id = ${municipalityId}::uuid AND c.from_code = back.code
		ORDER BY c.year, c.from_code, c.to_code`.execute(reader);
	return rows;
}
