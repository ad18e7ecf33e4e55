/**
 * The middle of a set of scores: the middle one in order, or the mean of the two middle ones.
 * Takes finite numbers in any order and leaves them as they are. Gives null for no scores at all,
 * because "nobody scored" is not the same as a score of 0.
 */
export function median(scores: readonly number[]): number | null {
	if (scores.length === 0) return null;
	const sorted = scores.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle]!;
	if (sorted.length % 2 === 1) return upper;
	const lower = sorted[middle - 1]!;
	return lower + (upper - lower) / 2;
}
