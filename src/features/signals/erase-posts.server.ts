import { sql } from 'kysely';
import { eraseVersions } from '#features/evidence/erase-versions.server.ts';
import { blot } from '#features/lifeworld/blot.ts';
import type { Tx } from '#server/database/handles.ts';

/** Which posts of residents: those that became these signals, or those handed in before a moment, whatever became of them. */
type Which = { signalIds: string[] } | { before: Date; most: number };

/**
 * Erases what residents handed in as signals, with its former versions and the address they left; that there was one, and
 * what became of it, stays. Needs a transaction that clears. Gives how many.
 */
export async function erasePosts(tx: Tx, municipalityId: string, which: Which): Promise<number> {
	const ids = 'signalIds' in which ? which.signalIds : await handedInBefore(tx, municipalityId, which); // prettier-ignore
	if (ids.length === 0) return 0;
	const emptied = await tx
		.updateTable('signal_post')
		.set((eb) => ({
			text: '',
			place: '',
			reason: eb.case().when('reason', '=', '').then('').else(blot).end(),
		}))
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.where('text', '<>', '')
		.returning('id')
		.execute();
	await eraseVersions(tx, municipalityId, 'signal_post', ids);
	await sql`SELECT forget_addresses_of(${ids}::uuid[])`.execute(tx);
	return emptied.length;
}

async function handedInBefore(
	tx: Tx,
	municipalityId: string,
	{ before, most }: { before: Date; most: number },
): Promise<string[]> {
	const rows = await tx
		.selectFrom('signal_post')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('created_at', '<', before)
		.where('text', '<>', '')
		.limit(most)
		.execute();
	return rows.map(({ id }) => id);
}
