import { median } from '#statistics/median.ts';
import { rank } from '#statistics/rank.ts';
import { spread } from '#statistics/spread.ts';

/** One organisation's view of one finding by one criterion; no score: cannot judge. */
export interface Appraisal {
	findingId: string;
	criterion: string;
	organisationId: string;
	score: number | null;
	reason: string;
}

/** What the organisations together make of one finding by one criterion. */
export interface CriterionResult {
	criterion: string;
	appraisals: Appraisal[];
	/** Middle of the scores; null when nobody scored. */
	median: number | null;
	/** Lowest and highest score; null when nobody scored. */
	range: [low: number, high: number] | null;
	/** How far the middle half of the scores lies apart (interquartile range); null with fewer than two scores. */
	disagreement: number | null;
}

/** What they make of it by all criteria. */
export interface Weighed<Finding> {
	finding: Finding;
	criteria: CriterionResult[];
	/** Median of the criteria's medians; null when nobody scored. */
	score: number | null;
	/** Mean of the criteria's disagreement; null where nowhere two scored. */
	disagreement: number | null;
	/** How many organisations gave a score or said that they cannot judge. */
	organisations: number;
	/** Place by score, 1 is the first; equal scores share it; null without score. */
	rank: number | null;
	tied: boolean;
}

/**
 * Weighs findings by the criteria: every criterion counts the same, whatever the number of organisations that scored by
 * it, and no organisation weighs more than another. Gives the findings in order of rank; those without score come last.
 */
export function weigh<Finding extends { id: string }>(
	findings: readonly Finding[],
	criteria: readonly string[],
	appraisals: readonly Appraisal[],
): Weighed<Finding>[] {
	const byFinding = Map.groupBy(appraisals, ({ findingId }) => findingId);
	const weighed = findings.map((finding) =>
		weighOne(finding, criteria, byFinding.get(finding.id) ?? []),
	);
	return rank(weighed, ({ score }) => score).map(({ item, ...place }) => ({ ...item, ...place }));
}

/** The same findings, those about which organisations differ most first; rank stays what it was. */
export function byDisagreement<Finding>(weighed: readonly Weighed<Finding>[]): Weighed<Finding>[] {
	return rank(weighed, ({ disagreement }) => disagreement).map(({ item }) => item);
}

function weighOne<Finding>(
	finding: Finding,
	criteria: readonly string[],
	appraisals: readonly Appraisal[],
): Omit<Weighed<Finding>, 'rank' | 'tied'> {
	const byCriterion = Map.groupBy(appraisals, ({ criterion }) => criterion);
	const results = criteria.map((id) => resultOf(id, byCriterion.get(id) ?? []));
	const differences = results.map(({ disagreement }) => disagreement).filter(isKnown);
	return {
		finding,
		criteria: results,
		score: median(results.map((result) => result.median).filter(isKnown)),
		disagreement: mean(differences),
		organisations: new Set(appraisals.map(({ organisationId }) => organisationId)).size,
	};
}

function resultOf(criterion: string, appraisals: Appraisal[]): CriterionResult {
	const scores = appraisals.map(({ score }) => score).filter(isKnown);
	const around = spread(scores);
	return {
		criterion,
		appraisals,
		median: median(scores),
		range: around && [around.minimum, around.maximum],
		disagreement: scores.length < 2 ? null : (around?.interquartileRange ?? null),
	};
}

function mean(numbers: readonly number[]): number | null {
	if (numbers.length === 0) return null;
	return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function isKnown(value: number | null): value is number {
	return value !== null;
}
