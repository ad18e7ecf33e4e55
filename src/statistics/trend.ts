import { median } from './median.ts';

/** A value at a point in time; `at` in years, not necessarily at even distances. */
export interface TimedValue {
	at: number;
	value: number;
}

/** Whether every step goes up (`1`) or down (`-1`); a step of 0 is no step. At least two values. */
export function everyStep(values: readonly number[], way: 1 | -1): boolean {
	return (
		values.length > 1 &&
		values.every((value, index) => index === 0 || (value - values[index - 1]!) * way > 0)
	);
}

/**
 * Mann–Kendall's S: the pairs that rise less the pairs that fall; equal values count for neither.
 *
 * H.B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945) 245–259.
 */
export function mannKendallS(values: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < values.length; i += 1)
		for (let j = i + 1; j < values.length; j += 1) sum += Math.sign(values[j]! - values[i]!);
	return sum;
}

/**
 * The chance (0–1) of a Mann–Kendall S at least as far in the direction `way`, when there is no trend and all orders are
 * equally likely: one-sided and exact, so that it holds for few values too. Equal values make it larger than it is
 * (careful), never smaller.
 *
 * Exact distribution of S: M.G. Kendall, Rank Correlation Methods (1975), chapter 1 and appendix table 1: S counts the
 * inversions of a permutation, whose numbers follow from adding one value at a time.
 */
export function trendChance(values: readonly number[], way: 1 | -1): number {
	const n = values.length;
	const most = (n * (n - 1)) / 2;
	// S = most − 2 · inversions, so S ≥ s means inversions ≤ (most − s) / 2.
	const inversions = Math.floor((most - mannKendallS(values) * way) / 2);
	return shareUpTo(inversionShares(n), inversions);
}

/** The share of all orders of `n` different values with 0, 1, 2 … inversions. */
function inversionShares(n: number): number[] {
	let shares = [1];
	for (let size = 2; size <= n; size += 1) {
		const next = new Array<number>(shares.length + size - 1).fill(0);
		shares.forEach((share, inversions) => {
			for (let more = 0; more < size; more += 1) next[inversions + more]! += share / size;
		});
		shares = next;
	}
	return shares;
}

function shareUpTo(shares: readonly number[], last: number): number {
	let sum = 0;
	for (let at = 0; at <= Math.min(last, shares.length - 1); at += 1) sum += shares[at]!;
	return Math.min(1, sum);
}

/**
 * The Theil–Sen slope: the median of the slopes between all pairs, in the unit of the values per year. One value that is
 * far off hardly moves it. Null for fewer than two moments.
 *
 * P.K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", Journal of the American Statistical
 * Association 63 (1968) 1379–1389.
 */
export function theilSenSlope(points: readonly TimedValue[]): number | null {
	const slopes: number[] = [];
	for (const [index, a] of points.entries())
		for (const b of points.slice(index + 1))
			if (a.at !== b.at) slopes.push((b.value - a.value) / (b.at - a.at));
	return median(slopes);
}
