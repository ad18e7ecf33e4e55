/**
 * The mean of values that do not all weigh the same: Σ weight · value ÷ Σ weight. A value that is not known (null) is left
 * out together with its weight, so that the weights of the others count anew as the whole ("renormalised"): what is not
 * known pulls neither up nor down. Gives null when no known value has weight.
 *
 * @param weights as many as there are values, none below 0
 */
export function weightedMean(
	values: readonly (number | null)[],
	weights: readonly number[],
): number | null {
	if (values.length !== weights.length) throw new RangeError('Every value needs a weight');
	let sum = 0;
	let whole = 0;
	for (const [at, value] of values.entries()) {
		if (value === null) continue;
		const weight = weights[at]!;
		if (!(weight >= 0)) throw new RangeError('A weight is never below 0');
		sum += weight * value;
		whole += weight;
	}
	return whole === 0 ? null : sum / whole;
}
