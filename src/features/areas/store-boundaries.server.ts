import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import type { StoredShape } from './read-boundaries.ts';

const AT_ONCE = 2000;

/**
 * Stores shapes of a year and the areas themselves with their names. A shape that was there already for an area and
 * year makes place for the new one. Gives how many there are.
 */
export async function storeShapes(
	tx: Tx,
	municipalityId: string,
	importId: string,
	year: number,
	shapes: readonly StoredShape[],
): Promise<number> {
	for (let from = 0; from < shapes.length; from += AT_ONCE) {
		const part = shapes.slice(from, from + AT_ONCE);
		const codes = part.map(({ code }) => code);
		const levels = part.map(({ level }) => level);
		await sql`
			INSERT INTO area (municipality_id, code, boundary_year, level, name, parent_code)
			SELECT ${municipalityId}::uuid, code, ${year}::smallint, level, name, parent_code
			FROM unnest(${codes}::text[], ${levels}::text[], ${part.map(({ code, name }) => name ?? code)}::text[],
				${part.map(({ parentCode }) => parentCode)}::text[]) AS given (code, level, name, parent_code)
			ON CONFLICT (municipality_id, code, boundary_year) DO UPDATE
			SET name = excluded.name WHERE excluded.name <> excluded.code AND area.name <> excluded.name`.execute(
			tx,
		);
		await sql`
			INSERT INTO area_shape (municipality_id, boundary_year, level, code, fine, coarse, is_water,
				is_approximate, import_id)
			SELECT ${municipalityId}::uuid, ${year}::smallint, level, code, decode(fine, 'base64'), decode(coarse, 'base64'),
				is_water, is_approximate, ${importId}::uuid
			FROM unnest(${levels}::text[], ${codes}::text[], ${part.map(({ fine }) => base64(fine))}::text[],
				${part.map(({ coarse }) => base64(coarse))}::text[], ${part.map(({ isWater }) => isWater)}::boolean[],
				${part.map(({ isApproximate }) => isApproximate)}::boolean[])
				AS given (level, code, fine, coarse, is_water, is_approximate)
			ON CONFLICT (municipality_id, boundary_year, level, code) DO UPDATE
			SET fine = excluded.fine, coarse = excluded.coarse, is_water = excluded.is_water,
				is_approximate = excluded.is_approximate, import_id = excluded.import_id`.execute(tx);
	}
	return shapes.length;
}

function base64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64');
}
