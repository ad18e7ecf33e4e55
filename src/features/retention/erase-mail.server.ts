import { sql } from 'kysely';
import { leadsOf } from '#features/lifeworld/blot.ts';
import type { Tx } from '#server/database/handles.ts';

/** Takes mail out of the outbox that quotes one of these texts or its beginning, sent or not. */
export async function eraseMail(
	tx: Tx,
	municipalityId: string,
	texts: readonly string[],
): Promise<void> {
	if (texts.length === 0) return;
	await sql`
		DELETE FROM mail WHERE municipality_id = ${municipalityId}
			AND EXISTS (SELECT FROM unnest(${leadsOf(texts)}::text[]) AS piece
				WHERE strpos(body, piece) > 0 OR strpos(subject, piece) > 0 OR strpos(calendar, piece) > 0)`.execute(
		tx,
	);
}
