import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { asOwner } from '#server/database/owner.ts';

/**
 * Ends every session and access token of the example's personas, which anyone could take with one click while the
 * program was being tried out on these data. For the start in production; gives how many there were.
 */
export async function closeExample(owner: ClientConfig, clock: Clock): Promise<number> {
	const now = clock.now();
	const { numAffectedRows } = await asOwner(owner, (tx) =>
		sql`UPDATE session s SET ended_at = ${now} FROM membership m
			WHERE m.municipality_id = s.municipality_id AND m.id = s.membership_id
				AND m.persona IS NOT NULL AND s.ended_at IS NULL`.execute(tx),
	);
	return Number(numAffectedRows ?? 0);
}
