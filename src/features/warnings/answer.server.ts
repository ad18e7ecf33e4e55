import { sql } from 'kysely';
import { Failure } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import type { AnswerKind, WarningLine } from './warning.ts';

/** What somebody does with a warning. */
interface Answer {
	municipalityId: string;
	id: string;
	kind: AnswerKind;
	reason: string;
	by: string | null;
	at: Date;
	/** Where it was taken up, and the finding or knowledge need that it became. */
	became?: { trajectoryId: string; id: string };
}

/**
 * Records what somebody did with a warning, about the figures that it has now. Throws `warning.answered` when it was
 * answered already, and `warning.gone` when it is no longer found.
 */
export async function recordAnswer(
	tx: Tx,
	{ id: warningId, state }: Pick<WarningLine, 'id' | 'state'>,
	{ municipalityId, id, kind, reason, by, at, became }: Answer,
): Promise<void> {
	if (state === 'gone') throw new Failure('warning.gone', 409);
	if (state === 'set_aside' || state === 'taken_up') throw new Failure('warning.answered', 409);
	await sql`
		INSERT INTO warning_answer (municipality_id, id, warning_id, kind, reason, fingerprint, trajectory_id,
			became_id, created_by, created_at)
		SELECT municipality_id, ${id}::uuid, id, ${kind}::text, ${reason}::text, fingerprint,
			${became?.trajectoryId ?? null}::uuid, ${became?.id ?? null}::uuid, ${by}::uuid, ${at}
		FROM warning WHERE municipality_id = ${municipalityId}::uuid AND id = ${warningId}::uuid`.execute(
		tx,
	);
}
