/**
 * Where a value stands among others: the percentage (0–100) of `values` that lies below it, with
 * half of those equal to it counted as below. This is the mid-rank percentile
 * `100 · (below + equal / 2) / n`; it is the same whichever end is read first: the percentile from
 * the top is 100 minus it. Gives null when there is nothing to compare with.
 *
 * `values` are the whole group; the value itself is counted when it is one of them.
 */
export function percentileRank(value: number, values: readonly number[]): number | null {
	if (values.length === 0) return null;
	let below = 0;
	let equal = 0;
	for (const other of values) {
		if (other < value) below += 1;
		else if (other === value) equal += 1;
	}
	return (100 * (below + equal / 2)) / values.length;
}
