import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';

/** What somebody is in one trajectory: what policies look at. */
export interface TrajectoryAccess {
	trajectoryId: string;
	publicParts: string[];
	/** The tasks (lead, deputy, member) of this person, or of the organisation as a whole; empty when neither takes part. */
	tasks: string[];
	state: string;
	/** The framework whose themes count here. */
	frameworkId: string;
}

/**
 * What the actor is in this trajectory. Throws `not_found` when row-level security shows no such trajectory: another
 * municipality's, or for the public one of which nothing was made public.
 */
export async function loadAccess(
	reader: Reader,
	trajectoryId: string,
	actor: Actor,
): Promise<TrajectoryAccess> {
	const member = actor.kind === 'member' ? actor : null;
	const row = await reader
		.selectFrom('trajectory as t')
		.select(['t.id', 't.public_parts', 't.state', 't.framework_id'])
		.select((eb) =>
			eb
				.selectFrom('participant as p')
				.whereRef('p.municipality_id', '=', 't.municipality_id')
				.whereRef('p.trajectory_id', '=', 't.id')
				.where('p.ended_at', 'is', null)
				.where('p.organisation_id', '=', member?.organisationId ?? null)
				.where((or) =>
					or('p.membership_id', 'is', null).or(
						'p.membership_id',
						'=',
						member?.membershipId ?? null,
					),
				)
				.select((agg) => agg.fn.agg<string[] | null>('array_agg', ['p.task']).as('tasks'))
				.as('tasks'),
		)
		.where('t.municipality_id', '=', actor.municipalityId)
		.where('t.id', '=', trajectoryId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return {
		trajectoryId: row.id,
		publicParts: row.public_parts,
		tasks: row.tasks ?? [],
		state: row.state,
		frameworkId: row.framework_id,
	};
}

/** For commands and queries whose input names the trajectory. */
export function accessOfInput(
	reader: Reader,
	input: { trajectoryId: string },
	actor: Actor,
): Promise<TrajectoryAccess> {
	return loadAccess(reader, input.trajectoryId, actor);
}

/** The tables whose rows belong to a trajectory and are named by their own id in an input. */
export type TrajectoryTable =
	| 'agenda_item'
	| 'approach'
	| 'decision'
	| 'finding'
	| 'knowledge_need'
	| 'means'
	| 'priority'
	| 'progress'
	| 'provision';

/**
 * What the actor is in the trajectory that a row belongs to; for commands and queries whose input names the row only.
 * Throws `not_found` when row-level security shows no such row.
 */
export async function loadAccessOfRow(
	reader: Reader,
	table: TrajectoryTable,
	id: string,
	actor: Actor,
): Promise<TrajectoryAccess> {
	const row = await reader
		.selectFrom(table)
		.select('trajectory_id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) throw notFound();
	return loadAccess(reader, row.trajectory_id, actor);
}
