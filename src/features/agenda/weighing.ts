import { median } from '#statistics/median.ts';
import { spread } from '#statistics/spread.ts';
import { rankByWeights, type Medians } from './ranking.ts';
import type { Weights } from './weights.schema.ts';

/** A score with its reason; no score: cannot judge. */
export interface View {
	score: number | null;
	reason: string;
}

/** What one party makes of one finding by one criterion. */
export interface Appraisal extends View {
	findingId: string;
	criterion: string;
	/** An organisation, or the residents' party of the trajectory. */
	partyId: string;
	/** Whether the party could see the scores of others when it gave this one. */
	afterSeeing: boolean;
	/** What it said before it could see them; null where this is that, or where there was nothing before. */
	first: View | null;
}

/** What the parties together make of one finding by one criterion. */
export interface CriterionResult {
	criterion: string;
	appraisals: Appraisal[];
	/** Middle of the scores; null when nobody scored. */
	median: number | null;
	/** Lowest and highest score; null when nobody scored. */
	range: [low: number, high: number] | null;
}

/** What they make of it by all criteria. */
export interface Weighed<Finding> {
	finding: Finding;
	/** True when the reader may not see the scores yet; then everything below is empty. */
	isBlind: boolean;
	criteria: CriterionResult[];
	/** Weighted mean of the criteria's medians; null when nobody scored. */
	score: number | null;
	/** How many parties gave a score or said that they cannot judge. */
	parties: number;
	/** Place by score, 1 is the first; equal scores share it; null without score. */
	rank: number | null;
	tied: boolean;
}

interface WeighOptions {
	criteria: readonly string[];
	weights: Weights;
	appraisals: readonly Appraisal[];
	/** Of which findings the reader may see the scores. */
	maySee: (findingId: string) => boolean;
}

/**
 * Weighs findings: by each criterion the median of the parties, over the criteria the weighted mean. No party weighs more
 * than another. Gives the findings in order of rank; those without score, or whose scores the reader may not see, last.
 */
export function weigh<Finding extends { id: string }>(
	findings: readonly Finding[],
	{ criteria, weights, appraisals, maySee }: WeighOptions,
): Weighed<Finding>[] {
	const byFinding = Map.groupBy(appraisals, ({ findingId }) => findingId);
	const results = findings.map((finding) => {
		const isBlind = !maySee(finding.id);
		const views = isBlind ? [] : (byFinding.get(finding.id) ?? []);
		const byCriterion = Map.groupBy(views, ({ criterion }) => criterion);
		return {
			finding,
			isBlind,
			criteria: criteria.map((id) => resultOf(id, byCriterion.get(id) ?? [])),
			parties: new Set(views.map(({ partyId }) => partyId)).size,
		};
	});
	const inOrder = criteria.map((criterion) => weights[criterion] ?? 0);
	return rankByWeights(results, mediansOf, inOrder).map(({ row, ...place }) => ({ ...row, ...place })); // prettier-ignore
}

/** The medians of a weighed finding, in the order of the criteria. */
export function mediansOf({ criteria }: { criteria: readonly CriterionResult[] }): Medians {
	return criteria.map((result) => result.median);
}

function resultOf(criterion: string, appraisals: Appraisal[]): CriterionResult {
	const scores = appraisals.map(({ score }) => score).filter((score) => score !== null);
	const around = spread(scores);
	return {
		criterion,
		appraisals,
		median: median(scores),
		range: around && [around.minimum, around.maximum],
	};
}
