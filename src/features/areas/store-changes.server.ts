import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import type { AreaChange } from './read-changes.ts';

/** Stores changes of codes. One that was there already gets the newer share and import. Gives how many there are. */
export async function storeChanges(
	tx: Tx,
	municipalityId: string,
	importId: string,
	changes: readonly AreaChange[],
): Promise<number> {
	await sql`
		INSERT INTO area_change (municipality_id, year, from_code, to_code, share, import_id)
		SELECT ${municipalityId}::uuid, year, from_code, to_code, share, ${importId}::uuid
		FROM unnest(${changes.map(({ year }) => year)}::smallint[], ${changes.map(({ from }) => from)}::text[],
			${changes.map(({ to }) => to)}::text[], ${changes.map(({ share }) => share)}::float8[])
			AS given (year, from_code, to_code, share)
		ON CONFLICT (municipality_id, from_code, year, to_code) DO UPDATE
		SET share = excluded.share, import_id = excluded.import_id`.execute(tx);
	return changes.length;
}
