import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** A piece of evidence as the analysis shows it: enough to name it and to lead to it. */
export interface CitedEvidence {
	id: string;
	kind: string;
	title: string;
	happenedAt: Date | null;
	happenedPrecision: string;
	themes: string[];
	organisationName: string;
	/** Whether a resident speaks in it: a conversation with one, or a meeting where residents were. */
	residentVoice: boolean;
	withdrawn: boolean;
}

function evidence(reader: Reader, municipalityId: string | null, trajectoryId: string) {
	return reader
		.selectFrom('evidence as e')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'e.municipality_id')
				.onRef('o.id', '=', 'e.organisation_id'),
		)
		.select(['e.id', 'e.kind', 'e.title', 'e.themes', 'e.happened_at as happenedAt'])
		.select(['e.happened_precision as happenedPrecision', 'o.name as organisationName'])
		.select([
			sql<boolean>`coalesce(e.details ->> 'speaker' = 'resident' OR e.details -> 'sectors' ? 'residents', false)`.as(
				'residentVoice',
			),
			sql<boolean>`e.withdrawn_at IS NOT NULL`.as('withdrawn'),
		])
		.where('e.municipality_id', '=', municipalityId)
		.where('e.trajectory_id', '=', trajectoryId);
}

/** What the findings of a trajectory rest on, as far as the reader may see it. */
export function citedInTrajectory(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<CitedEvidence[]> {
	return evidence(reader, municipalityId, trajectoryId)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('citation as c')
					.select('c.evidence_id')
					.whereRef('c.municipality_id', '=', 'e.municipality_id')
					.whereRef('c.evidence_id', '=', 'e.id'),
			),
		)
		.orderBy('e.created_at')
		.orderBy('e.id')
		.execute();
}

/** What a finding could still rest on: the newest of the trajectory's evidence, at most `limit`. */
export function citableInTrajectory(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
	limit: number,
): Promise<CitedEvidence[]> {
	return evidence(reader, municipalityId, trajectoryId)
		.where('e.withdrawn_at', 'is', null)
		.orderBy('e.created_at', 'desc')
		.orderBy('e.id', 'desc')
		.limit(limit)
		.execute();
}
