/** How far scores lie apart. All in the unit of the scores. */
export interface Spread {
	minimum: number;
	/** First quartile. */
	lower: number;
	/** Third quartile. */
	upper: number;
	maximum: number;
	/** `upper − lower`. */
	interquartileRange: number;
}

/**
 * The quantile at `share` (0–1) of numbers that are already in ascending order; at least one.
 *
 * Method: definition 7 of R.J. Hyndman & Y. Fan, "Sample Quantiles in Statistical Packages",
 * The American Statistician 50 (1996) 361–365: the point at `(n − 1) · share` between the first and
 * the last, straight lines in between. It is the default of R, NumPy and a spreadsheet's QUARTILE.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	if (sorted.length === 0) throw new RangeError('A quantile needs at least one number');
	if (!(share >= 0 && share <= 1)) throw new RangeError('A quantile’s share lies between 0 and 1');
	const position = (sorted.length - 1) * share;
	const index = Math.floor(position);
	const below = sorted[index]!;
	const above = sorted[Math.min(index + 1, sorted.length - 1)]!;
	return below + (above - below) * (position - index);
}

/**
 * Range and interquartile range of a set of scores (quartiles by Hyndman & Fan's definition 7, see
 * `quantile`). Takes finite numbers in any order; gives null for no scores. One score has no spread:
 * every bound is that score.
 */
export function spread(scores: readonly number[]): Spread | null {
	if (scores.length === 0) return null;
	const sorted = scores.toSorted((a, b) => a - b);
	const lower = quantile(sorted, 0.25);
	const upper = quantile(sorted, 0.75);
	return {
		minimum: sorted[0]!,
		lower,
		upper,
		maximum: sorted[sorted.length - 1]!,
		interquartileRange: upper - lower,
	};
}
