import { equalWeight, weightRange, type Weights } from './weights.schema.ts';

/** Every criterion the same: how a weighing begins. */
export function equalWeights(criteria: readonly string[]): Weights {
	return Object.fromEntries(criteria.map((criterion) => [criterion, equalWeight]));
}

/** Weights as they stand in an address (`g.urgency=5`): what is missing or no weight is as in `others`. */
export function weightsFrom(parameters: URLSearchParams, others: Weights): Weights {
	return Object.fromEntries(
		Object.entries(others).map(([criterion, other]) => {
			const typed = parameters.get(`g.${criterion}`) ?? '';
			const weight = /^\d$/.test(typed) ? Number(typed) : Number.NaN;
			const isWeight = weight >= weightRange.least && weight <= weightRange.most;
			return [criterion, isWeight ? weight : other];
		}),
	);
}

/** Whether two sets of weights put everything in the same order: only their proportion counts. */
export function sameProportion(one: Weights, other: Weights): boolean {
	const sumOf = (weights: Weights) =>
		Object.values(weights).reduce((sum, weight) => sum + weight, 0);
	const [first, second] = [sumOf(one), sumOf(other)];
	if (first === 0 || second === 0) return first === second;
	return Object.entries(one).every(
		([criterion, weight]) => weight * second === (other[criterion] ?? 0) * first,
	);
}

/** What part of the whole each criterion weighs, in whole percent. */
export function percentages(weights: Weights): Weights {
	const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
	return Object.fromEntries(
		Object.entries(weights).map(([criterion, weight]) => [
			criterion,
			sum === 0 ? 0 : Math.round((100 * weight) / sum),
		]),
	);
}
