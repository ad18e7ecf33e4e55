import type { Appraisal, Weighed } from './weighing.ts';

/** Closer than this on a scale of five is no difference to talk about. */
export const leastDistance = 2;

/** Where parties lie apart: one finding, one criterion. */
export interface Disagreement<Finding> {
	finding: Finding;
	criterion: string;
	/** From the lowest to the highest score. */
	distance: number;
	/** Mean distance between two parties: how divided the others are. */
	between: number;
	highest: Appraisal[];
	lowest: Appraisal[];
	/** How many parties scored. */
	parties: number;
}

/**
 * What there is to talk about: every finding and criterion by which the highest and the lowest party lie two points or more
 * apart, the widest first; at the same distance the one about which the parties are most divided, then the finding
 * that stands highest.
 */
export function disagreements<Finding>(
	weighed: readonly Weighed<Finding>[],
): Disagreement<Finding>[] {
	return weighed
		.flatMap(({ finding, criteria }) =>
			criteria.flatMap(({ criterion, appraisals, range }) => {
				const scored = appraisals.filter(({ score }) => score !== null);
				if (!range || range[1] - range[0] < leastDistance) return [];
				return {
					finding,
					criterion,
					distance: range[1] - range[0],
					between: meanDistance(scored.map(({ score }) => score ?? 0)),
					highest: scored.filter(({ score }) => score === range[1]),
					lowest: scored.filter(({ score }) => score === range[0]),
					parties: scored.length,
				};
			}),
		)
		.toSorted((one, other) => other.distance - one.distance || other.between - one.between);
}

/** The mean distance between every two of the scores. */
function meanDistance(scores: readonly number[]): number {
	let sum = 0;
	for (const [at, one] of scores.entries())
		for (const other of scores.slice(at + 1)) sum += Math.abs(one - other);
	return sum / ((scores.length * (scores.length - 1)) / 2);
}
