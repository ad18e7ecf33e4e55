import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Strength } from './strength.ts';

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

/**
 * Puts sources behind a finding; what stands there already stays as it is. Refuses a source of another trajectory, one
 * that the actor may not see, and one that was withdrawn: `field` is where the caller named it.
 */
export async function cite(
	{ tx, actor, clock, subject }: Context,
	findingId: string,
	sources: readonly { evidenceId: string; note: string; strength?: Strength | null }[],
	field: string,
): Promise<void> {
	if (sources.length === 0) return;
	const ids = [...new Set(sources.map(({ evidenceId }) => evidenceId))];
	const found = await linesIn(tx, actor, subject, {}).where('evidence.id', 'in', ids).execute();
	if (found.length < ids.length) throw invalidField(field, 'unknown');
	await tx
		.insertInto('citation')
		.values(
			sources.map(({ evidenceId, note, strength = null }) => ({
				municipality_id: municipalityOf(actor),
				finding_id: findingId,
				evidence_id: evidenceId,
				note,
				strength,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
