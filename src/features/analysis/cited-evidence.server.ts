import { sql } from 'kysely';
import {
	linesIn,
	sourcesToChoose,
	type EvidenceLine,
} from '#features/evidence/evidence-lines.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';

/** A source as the analysis shows it. */
export interface CitedEvidence extends EvidenceLine {
	/** Whether a resident speaks in it: a conversation with one, or a meeting where residents were. */
	residentVoice: boolean;
}

/**
 * What the findings of a trajectory (or these of them) rest on, as far as the actor may see it; also what was withdrawn
 * since. A group rests on the sources of all that is grouped in it.
 */
export function citedInTrajectory(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	findingIds?: string[],
): Promise<CitedEvidence[]> {
	return linesIn(reader, actor, access, { withdrawn: true })
		.select(
			sql<boolean>`coalesce(evidence.details ->> 'speaker' = 'resident' OR evidence.details -> 'sectors' ? 'residents', false)`.as(
				'residentVoice',
			),
		)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('finding_source as c')
					.select('c.evidence_id')
					.whereRef('c.municipality_id', '=', 'evidence.municipality_id')
					.whereRef('c.evidence_id', '=', 'evidence.id')
					.$if(findingIds !== undefined, (q) =>
						q.where('c.finding_id', '=', sql<string>`ANY (${findingIds})`),
					),
			),
		)
		.orderBy('evidence.created_at')
		.orderBy('evidence.id')
		.execute();
}

/** The newest sources that this finding does not rest on yet, with these words. */
export function citableBy(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ findingId, search }: { findingId: string; search: string },
): Promise<{ items: EvidenceLine[]; hasMore: boolean }> {
	return sourcesToChoose(reader, actor, access, {
		typed: search,
		narrow: (all) =>
			all.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('citation as c')
							.select('c.evidence_id')
							.whereRef('c.municipality_id', '=', 'evidence.municipality_id')
							.whereRef('c.evidence_id', '=', 'evidence.id')
							.where('c.finding_id', '=', findingId),
					),
				),
			),
	});
}
