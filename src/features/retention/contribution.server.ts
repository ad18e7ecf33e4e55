import { notFound } from '#kernel/failure.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Policy } from '#kernel/policy.ts';
import type { Reader } from '#server/database/handles.ts';
import { startClearing } from '#features/evidence/clearing.server.ts';

/** A source that its writer takes back or has erased. */
export interface Contribution {
	evidenceId: string;
	trajectoryId: string;
	/** The kind of evidence. */
	sourceKind: string;
	isErased: boolean;
	/** Whether the actor wrote it, in this or another membership. */
	isOwnWork: boolean;
}

/** The memberships of the same person in this municipality, ended ones as well. */
export async function membershipsOf(reader: Reader, actor: Actor): Promise<string[]> {
	if (actor.kind !== 'member') return [];
	const rows = await reader
		.selectFrom('membership')
		.select('id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('person_id', '=', actor.personId)
		.execute();
	return rows.map(({ id }) => id);
}

/** Loads it whatever its visibility, and whether or not its writer still takes part. Throws `not_found`. */
export async function contributionOf(
	reader: Reader,
	{ evidenceId }: { evidenceId: string },
	actor: Actor,
): Promise<Contribution> {
	await startClearing(reader);
	const row = await reader
		.selectFrom('evidence')
		.select(['id', 'trajectory_id', 'kind', 'created_by', 'erased_at'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', evidenceId)
		.executeTakeFirst();
	if (!row || row.kind === 'figure') throw notFound();
	const mine = await membershipsOf(reader, actor);
	return {
		evidenceId: row.id,
		trajectoryId: row.trajectory_id,
		sourceKind: row.kind,
		isErased: row.erased_at !== null,
		isOwnWork: row.created_by !== null && mine.includes(row.created_by),
	};
}

/** Whoever wrote it. To anyone else it is not there. */
export const mayTakeBack: Policy<Contribution> = (_actor, { isOwnWork }) =>
	isOwnWork ? true : 'not_found';

/** Whoever wrote it; and the administrator, when somebody asks for it whom it is about. */
export const mayErase: Policy<Contribution> = (actor, subject) =>
	actor.kind === 'member' && actor.role === 'administrator' ? true : mayTakeBack(actor, subject);
