import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';

/** Takes mail out of the outbox that quotes one of these texts, sent or not. */
export async function eraseMail(
	tx: Tx,
	municipalityId: string,
	texts: readonly string[],
): Promise<void> {
	if (texts.length === 0) return;
	await sql`
		DELETE FROM mail WHERE municipality_id = ${municipalityId}
			AND EXISTS (SELECT FROM unnest(${texts}::text[]) AS piece
				WHERE strpos(body, piece) > 0 OR strpos(subject, piece) > 0)`.execute(tx);
}
