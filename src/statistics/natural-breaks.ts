/**
 * Cuts ascending numbers into `count` groups with the least sum of squared distances to the groups' means, and gives
 * where each group begins (indexes into `sorted`, the first is 0). Gives fewer groups when there are fewer different
 * numbers.
 *
 * Method: the exact optimum by dynamic programming of H. Wang & M. Song, "Ckmeans.1d.dp: Optimal k-means Clustering in
 * One Dimension by Dynamic Programming", The R Journal 3/2 (2011) 29–33, with rows filled by divide and conquer; it is
 * what G.F. Jenks, "The Data Model Concept in Statistical Mapping" (1967), looks for with his natural breaks.
 * Takes about `count · n · log n` steps.
 */
export function naturalGroups(sorted: readonly number[], count: number): number[] {
	const different = new Set(sorted).size;
	const groups = Math.min(count, different);
	if (groups === 0) return [];
	const cost = costOf(sorted);
	const n = sorted.length;
	let costs = Float64Array.from(sorted, (_, end) => cost(0, end));
	const starts: Int32Array[] = [new Int32Array(n)];
	for (let group = 1; group < groups; group += 1) {
		const before = costs;
		const row = new Float64Array(n).fill(Infinity);
		const begins = new Int32Array(n);
		fill(group, n - 1, group, n - 1);
		costs = row;
		starts.push(begins);

		/** The best beginning of the last group never moves back when more numbers are taken in. */
		function fill(low: number, high: number, from: number, to: number): void {
			if (low > high) return;
			const end = (low + high) >> 1;
			for (let begin = Math.max(from, group); begin <= Math.min(to, end); begin += 1) {
				const sum = before[begin - 1]! + cost(begin, end);
				if (sum < row[end]!) {
					row[end] = sum;
					begins[end] = begin;
				}
			}
			fill(low, end - 1, from, begins[end]!);
			fill(end + 1, high, begins[end]!, to);
		}
	}
	return followed(starts, n);
}

/** The beginnings of the groups, found from the last one back. */
function followed(starts: readonly Int32Array[], n: number): number[] {
	const found: number[] = [];
	let end = n - 1;
	for (let group = starts.length - 1; group >= 0; group -= 1) {
		const begin = starts[group]![end]!;
		found.unshift(begin);
		end = begin - 1;
	}
	return found;
}

/** The sum of squared distances to the mean of `sorted[from..to]`, in constant time. */
function costOf(sorted: readonly number[]): (from: number, to: number) => number {
	// Measured from the median, so that large numbers that lie close together keep their digits.
	const middle = sorted[sorted.length >> 1]!;
	const sums = new Float64Array(sorted.length + 1);
	const squares = new Float64Array(sorted.length + 1);
	sorted.forEach((value, index) => {
		const shifted = value - middle;
		sums[index + 1] = sums[index]! + shifted;
		squares[index + 1] = squares[index]! + shifted * shifted;
	});
	return (from, to) => {
		const sum = sums[to + 1]! - sums[from]!;
		return Math.max(0, squares[to + 1]! - squares[from]! - (sum * sum) / (to - from + 1));
	};
}
