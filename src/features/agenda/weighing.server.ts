import { sql } from 'kysely';
import { findingsOf, type FindingLine } from '#features/analysis/finding.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { criteriaOf } from './criteria.queries.server.ts';
import type { Criterion } from './criteria.schema.ts';
import { sightOf } from './scoring.queries.server.ts';
import { weigh, type Appraisal, type View, type Weighed } from './weighing.ts';
import { weightsOf } from './weights.queries.server.ts';
import type { Weights } from './weights.schema.ts';

/** The weighing of a trajectory as far as somebody may see it. */
export interface Weighing {
	criteria: Criterion[];
	weights: Weights;
	/** Every finding that stands, in order of rank; those that the reader may not see the scores of come last. */
	findings: Weighed<FindingLine>[];
	isClosed: boolean;
}

/** Weighs the findings of a trajectory, for this reader: a finding whose scores they may not see yet is there without. */
export async function weighingOf(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<Weighing> {
	const municipalityId = municipalityOf(actor);
	const criteria = await criteriaOf(reader, municipalityId, trajectoryId);
	const ids = criteria.map(({ id }) => id);
	const weights = await weightsOf(reader, municipalityId, trajectoryId, ids);
	const { isClosed, maySee } = await sightOf(reader, actor, trajectoryId);
	const findings = await findingsOf(reader, municipalityId, trajectoryId);
	const appraisals = await appraisalsOf(reader, municipalityId, trajectoryId);
	return {
		criteria,
		weights,
		findings: weigh(findings, { criteria: ids, weights, appraisals, maySee }),
		isClosed,
	};
}

/**
 * The weighing for what many people read, such as the report: only once the scoring is closed. Before that it holds no
 * scores, also not those that this reader may see, because a document goes from hand to hand.
 */
export async function weighingForAll(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<Weighing> {
	const weighing = await weighingOf(reader, actor, trajectoryId);
	return weighing.isClosed ? weighing : { ...weighing, findings: [] };
}

/** Every view in a trajectory that row-level security lets this reader see, with what it was before it was changed. */
async function appraisalsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Appraisal[]> {
	const rows = await reader
		.selectFrom('appraisal as a')
		.select(['a.finding_id as findingId', 'a.criterion', 'a.score', 'a.reason'])
		.select('a.after_seeing as afterSeeing')
		.select((eb) => eb.fn.coalesce('a.organisation_id', 'a.residents_party_id').as('partyId'))
		.select(
			sql<View | null>`CASE WHEN a.after_seeing THEN (
				SELECT jsonb_build_object('score', k.content -> 'score', 'reason', k.content -> 'reason')
				FROM kept_version k
				WHERE k.municipality_id = a.municipality_id AND k.table_name = 'appraisal' AND k.id = a.id
					AND NOT coalesce((k.content ->> 'after_seeing')::boolean, false)
				ORDER BY k.version DESC LIMIT 1
			) END`.as('first'),
		)
		.where('a.municipality_id', '=', municipalityId)
		.where('a.trajectory_id', '=', trajectoryId)
		.orderBy('a.id')
		.execute();
	return rows.map((row) => ({ ...row, partyId: row.partyId ?? '' }));
}
