import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { readAsPublic } from '#server/database/transaction.ts';
import { mayReadInside } from './trajectory.policy.ts';

/** What somebody is in one trajectory: what policies look at. */
export interface TrajectoryAccess {
	trajectoryId: string;
	publicParts: string[];
	/** The tasks (lead, deputy, member) of this person, or of the organisation as a whole; empty when neither takes part. */
	tasks: string[];
	state: string;
	/** The framework whose themes count here. */
	frameworkId: string;
	/** The frameworks it had before, the oldest first: what stands under their themes keeps its place. */
	formerFrameworkIds: string[];
}

/** An access with the row of the trajectory itself, for pages that are found by their address. */
export interface PlaceAccess extends TrajectoryAccess {
	place: Place;
}

interface Place {
	id: string;
	areaName: string;
	areaSlug: string;
	areaCode: string | null;
	startYear: number;
	endYear: number;
	state: string;
	exampleSource: string | null;
	frameworkId: string;
	criteriaId: string;
}

/**
 * What the actor is in this trajectory. Throws `not_found` when row-level security shows no such trajectory: another
 * municipality's, or for the public one of which nothing was made public. From here on a member who takes no part in it
 * reads as the public does, whatever a query asks for.
 */
export async function loadAccess(
	reader: Reader,
	trajectoryId: string,
	actor: Actor,
): Promise<TrajectoryAccess> {
	const row = await accessRows(reader, actor).where('t.id', '=', trajectoryId).executeTakeFirst();
	return toAccess(reader, actor, row);
}

/** The same for a trajectory that is named by the two parts of its address. */
export async function loadPlaceAccess(
	reader: Reader,
	{ areaSlug, startYear }: { areaSlug: string; startYear: number },
	actor: Actor,
): Promise<PlaceAccess> {
	const row = await accessRows(reader, actor)
		.select([
			't.area_name',
			't.area_slug',
			't.area_code',
			't.start_year',
			't.end_year',
			't.example_source',
			't.criteria_id',
		])
		.where('t.area_slug', '=', areaSlug)
		.where('t.start_year', '=', startYear)
		.executeTakeFirst();
	const access = await toAccess(reader, actor, row);
	const found = row as NonNullable<typeof row>;
	return {
		...access,
		place: {
			id: found.id,
			areaName: found.area_name,
			areaSlug: found.area_slug,
			areaCode: found.area_code,
			startYear: found.start_year,
			endYear: found.end_year,
			state: found.state,
			exampleSource: found.example_source,
			frameworkId: found.framework_id,
			criteriaId: found.criteria_id,
		},
	};
}

function accessRows(reader: Reader, actor: Actor) {
	const member = actor.kind === 'member' ? actor : null;
	return reader
		.selectFrom('trajectory as t')
		.select(['t.id', 't.public_parts', 't.state', 't.framework_id'])
		.select('t.former_framework_ids')
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
		.where('t.municipality_id', '=', actor.municipalityId);
}

interface AccessRow {
	id: string;
	public_parts: string[];
	state: string;
	framework_id: string;
	former_framework_ids: string[];
	tasks: string[] | null;
}

async function toAccess(
	reader: Reader,
	actor: Actor,
	row: AccessRow | undefined,
): Promise<TrajectoryAccess> {
	if (!row) throw notFound();
	const access = {
		trajectoryId: row.id,
		publicParts: row.public_parts,
		tasks: row.tasks ?? [],
		state: row.state,
		frameworkId: row.framework_id,
		formerFrameworkIds: row.former_framework_ids,
	};
	if (actor.kind === 'member' && mayReadInside(actor, access) !== true) await readAsPublic(reader);
	return access;
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
	| 'adjustment_choice'
	| 'adjustment_round'
	| 'agenda_item'
	| 'approach'
	| 'core_meeting'
	| 'decision'
	| 'decision_notice'
	| 'finding'
	| 'finding_question'
	| 'knowledge_need'
	| 'means'
	| 'political_moment'
	| 'possible_solution'
	| 'priority'
	| 'place'
	| 'progress'
	| 'provision'
	| 'recognition_reaction'
	| 'recognition_round'
	| 'recognition_sentence'
	| 'report_comment'
	| 'report_section'
	| 'report_version'
	| 'score_discussion'
	| 'signal'
	| 'tension_answer';

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

/** Whether the actor, or the organisation as a whole, is in the core group of this trajectory. */
export async function isInCoreGroup(
	reader: Reader,
	trajectoryId: string,
	actor: Actor,
): Promise<boolean> {
	if (actor.kind !== 'member') return false;
	const row = await reader
		.selectFrom('participant')
		.select('id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('organisation_id', '=', actor.organisationId)
		.where((or) => or('membership_id', 'is', null).or('membership_id', '=', actor.membershipId))
		.where('part', '=', 'core_group')
		.where('ended_at', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
