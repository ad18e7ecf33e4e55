import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/**
 * Lets this transaction see what organisations keep to themselves and delete what nobody else may, until it ends. Only
 * for what removes what is past its period or was asked to be erased, and for showing somebody their own work
 * (migrations/0030_care.sql).
 */
export async function startClearing(reader: Reader): Promise<void> {
	await sql`SELECT set_config('app.clearing', 'on', true)`.execute(reader);
}

/** Takes that back, for what goes on in the same transaction. */
export async function endClearing(reader: Reader): Promise<void> {
	await sql`SELECT set_config('app.clearing', '', true)`.execute(reader);
}
