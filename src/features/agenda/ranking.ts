import { rank } from '#statistics/rank.ts';
import { rankFirmness, type Firmness } from '#statistics/rank-firmness.ts';
import { weightedMean } from '#statistics/weighted-mean.ts';
import type { Weights } from './weights.schema.ts';

/** How firmness is found: places that count as the top, weightings that are drawn, and the seed of the draws. */
export const firmnessMethod = { top: 5, draws: 10_000, seed: 2013 } as const;

/** The middle score of all parties by each criterion, in the order of the criteria; null where nobody scored. */
export type Medians = readonly (number | null)[];

/** A finding with its place by the weighted mean of its medians. */
export interface Placed<Row> {
	row: Row;
	/** Weighted mean of the medians; null when there is none that counts. */
	score: number | null;
	/** Place by score, 1 is the first; equal scores share it; null without score. */
	rank: number | null;
	tied: boolean;
}

/**
 * Puts findings in order by the weighted mean of their medians. Runs on the server and, when weights are moved, in the
 * browser. A criterion by which a finding has no median is left out of its mean; the others then count as the whole.
 */
export function rankByWeights<Row>(
	rows: readonly Row[],
	mediansOf: (row: Row) => Medians,
	weights: readonly number[],
): Placed<Row>[] {
	const scored = rows.map((row) => ({ row, score: weightedMean(mediansOf(row), weights) }));
	return rank(scored, ({ score }) => score).map(({ item, ...place }) => ({ ...item, ...place }));
}

/**
 * In what share of all reasonable weightings each finding stands in the top five. Reasonable is every weighting of the
 * criteria that the group lets count: one that weighs 0 stays out. Null when no more findings have a score than there are
 * places, because then all of them always stand there; and null for a finding without score.
 */
export function firmnessOf(
	rows: readonly Medians[],
	weights: readonly number[],
): (Firmness | null)[] | null {
	const counting = rows.map((medians) => medians.filter((_, at) => (weights[at] ?? 0) > 0));
	const scored = counting.filter((medians) => medians.some((median) => median !== null));
	return scored.length <= firmnessMethod.top ? null : rankFirmness(counting, firmnessMethod);
}

/** The weights in the order of the criteria. */
export function inOrder(criteria: readonly { id: string }[], weights: Weights): number[] {
	return criteria.map(({ id }) => weights[id] ?? 0);
}
