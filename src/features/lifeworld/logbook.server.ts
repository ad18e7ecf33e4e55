import { sql } from 'kysely';
import type { MomentPrecision } from '#features/evidence/evidence-kind.ts';
import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Policy } from '#kernel/policy.ts';
import type { NoteMark } from './note-marks.ts';
import type { Reader } from '#server/database/handles.ts';

/** A note of one's own logbook. Row-level security shows nobody another's. */
export interface LogbookNote {
	id: string;
	text: string;
	place: string;
	happenedAt: Date | null;
	happenedPrecision: MomentPrecision;
	themes: string[];
	/** What it became when it was shared. */
	evidenceId: string | null;
	/** What its writer marked in it; passages of the source once it is shared. */
	marks: NoteMark[];
	createdAt: Date;
	withdrawnAt: Date | null;
	version: number;
}

/** The notes of the actor, newest first. */
export function ownNotes(reader: Reader, actor: Actor) {
	return (
		reader
			.selectFrom('logbook_note')
			.select(['id', 'text', 'place', 'themes', 'evidence_id as evidenceId', 'version'])
			.select([
				'happened_at as happenedAt',
				'created_at as createdAt',
				'withdrawn_at as withdrawnAt',
			])
			.select((eb) => [
				eb.ref('happened_precision').$castTo<MomentPrecision>().as('happenedPrecision'),
				eb.ref('marks').$castTo<NoteMark[]>().as('marks'),
			])
			.where('municipality_id', '=', actor.municipalityId)
			.where(
				'membership_id',
				'=',
				sql<string>`${actor.kind === 'member' ? actor.membershipId : null}::uuid`,
			)
			// Past its period it was erased.
			.where('text', '<>', '')
			.orderBy('created_at', 'desc')
			.orderBy('id', 'desc')
	);
}

/** For commands about one note: the note, and what its writer is in the trajectory. */
export interface LoadedNote extends TrajectoryAccess {
	note: LogbookNote;
}

/** Throws `not_found` when the actor has no such note. */
export async function noteOfInput(
	reader: Reader,
	{ noteId }: { noteId: string },
	actor: Actor,
): Promise<LoadedNote> {
	const row = await ownNotes(reader, actor)
		.select('trajectory_id')
		.where('id', '=', noteId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { trajectory_id, ...note } = row;
	return { ...(await loadAccess(reader, trajectory_id, actor)), note };
}

/** Who writes in their logbook: whoever brings something in here; the note is their own already. */
export const mayWriteNote: Policy<TrajectoryAccess> = mayContribute;

/** What was shared is a source from then on, and changed there; what was put away is put back first. */
export function refuseShared({ evidenceId, withdrawnAt }: LogbookNote): void {
	if (evidenceId) throw new Failure('logbook.shared', 409);
	if (withdrawnAt) throw new Failure('withdrawn', 409);
}
