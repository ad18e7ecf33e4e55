import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import type { AreaRow } from './batch.ts';

/**
 * Stores areas as they were in one year, and gives their ids in the same order. A name that is not known is the code;
 * it never takes the place of a name that was known before.
 */
export async function storeAreas(
	tx: Tx,
	municipalityId: string,
	boundaryYear: number,
	areas: readonly AreaRow[],
	names: ReadonlyMap<string, string>,
): Promise<number[]> {
	const codes = areas.map(({ code }) => code);
	const { rows } = await sql<{ id: number; code: string }>`
		INSERT INTO area (municipality_id, code, boundary_year, level, name, parent_code, boundary_change, postcode)
		SELECT ${municipalityId}::uuid, code, ${boundaryYear}::smallint, level, name, parent_code, boundary_change, postcode
		FROM unnest(${codes}::text[], ${areas.map(({ level }) => level)}::text[],
			${areas.map(({ code, name }) => names.get(code) ?? name ?? code)}::text[],
			${areas.map(({ parentCode }) => parentCode)}::text[],
			${areas.map((area) => area.boundaryChange)}::smallint[], ${areas.map((area) => area.postcode)}::text[])
			AS given (code, level, name, parent_code, boundary_change, postcode)
		ON CONFLICT (municipality_id, code, boundary_year) DO UPDATE
		SET name = CASE WHEN excluded.name = excluded.code THEN area.name ELSE excluded.name END,
			boundary_change = coalesce(excluded.boundary_change, area.boundary_change),
			postcode = coalesce(excluded.postcode, area.postcode)
		RETURNING id, code`.execute(tx);
	const idOf = new Map(rows.map(({ id, code }) => [code, id]));
	return codes.map((code) => idOf.get(code) as number);
}
