import { seededRandom, type Random } from './seeded-random.ts';

/** What a simulation of all weightings takes. */
export interface FirmnessOptions {
	/** Up to which place counts as "in the top"; from 1. */
	top: number;
	/** How many weightings are drawn. */
	draws: number;
	/** Where the random numbers begin; the same seed gives the same answer. */
	seed: number;
}

/** In what share of all weightings an item stands in the top. */
export interface Firmness {
	/** 0–1. */
	share: number;
	/** Standard error of that share by the number of draws: √(share · (1 − share) ÷ draws). */
	standardError: number;
}

/** Sums of different order differ in their last digits; closer than this is equal. */
const equal = 1e-9;

/**
 * How firm a ranking by weighted means is: for each item (a row of values, one per criterion, null where not known) the
 * share of all possible weightings of the criteria under which it stands in the top. Every set of weights that are not
 * below 0 and add up to 1 is equally likely.
 *
 * Method: the rank acceptability index of stochastic multicriteria acceptability analysis, summed over the first places,
 * with the values taken as known and the weights as not known (SMAA: R. Lahdelma, J. Hokkanen & P. Salminen, European
 * Journal of Operational Research 106 (1998) 137–143; rank acceptability: R. Lahdelma & P. Salminen, SMAA-2, Operations
 * Research 49 (2001) 444–454), estimated by drawing weights at random. Weights that are evenly spread over the simplex
 * are exponential random numbers divided by their sum (L. Devroye, Non-Uniform Random Variate Generation, 1986, V.2).
 *
 * Ties: an item stands in the top when fewer than `top` items do better, so items that are equal stand there together.
 * Values that are not known: the weights of the others count anew as the whole, as in `weightedMean`. An item of which
 * nothing is known has no place; it gets null and takes nobody's place.
 */
export function rankFirmness(
	items: readonly (readonly (number | null)[])[],
	{ top, draws, seed }: FirmnessOptions,
): (Firmness | null)[] {
	if (!(top >= 1 && draws >= 1)) throw new RangeError('It takes one place and one draw at least');
	const rows = items.map((values, index) => ({ values, index })).filter(({ values }) => values.some((value) => value !== null)); // prettier-ignore
	const criteria = rows[0]?.values.length ?? 0;
	if (rows.some(({ values }) => values.length !== criteria))
		throw new RangeError('Every item needs a value, or null, for every criterion');
	const counts = new Uint32Array(rows.length);
	const table = tableOf(rows.map(({ values }) => values), criteria); // prettier-ignore
	const random = seededRandom(seed);
	const weights = new Float64Array(criteria);
	const scores = new Float64Array(rows.length);
	const best = new Float64Array(Math.min(top, rows.length));
	for (let draw = 0; draw < draws; draw += 1) {
		drawWeights(weights, random);
		scoreAll(scores, table, weights);
		const threshold = lowestOfBest(best, scores) - equal;
		for (let row = 0; row < scores.length; row += 1)
			if (scores[row]! >= threshold) counts[row]! += 1;
	}
	const result: (Firmness | null)[] = items.map(() => null);
	for (const [row, { index }] of rows.entries()) {
		const share = counts[row]! / draws;
		result[index] = { share, standardError: Math.sqrt((share * (1 - share)) / draws) };
	}
	return result;
}

/** The items as two plain rows of numbers: the values (0 where not known), and which are known. */
interface Table {
	criteria: number;
	values: Float64Array;
	/** 1 where known, else 0. */
	known: Float64Array;
	/** Whether every value of an item is known: then its weights need no adding up. */
	isWhole: boolean[];
}

function tableOf(rows: readonly (readonly (number | null)[])[], criteria: number): Table {
	const flat = rows.flat();
	return {
		criteria,
		values: Float64Array.from(flat, (value) => value ?? 0),
		known: Float64Array.from(flat, (value) => (value === null ? 0 : 1)),
		isWhole: rows.map((row) => row.every((value) => value !== null)),
	};
}

/** Weights that add up to 1, every such set equally likely. */
function drawWeights(weights: Float64Array, random: Random): void {
	let sum = 0;
	for (let at = 0; at < weights.length; at += 1) {
		// 1 − u is never 0, of which there is no logarithm.
		const drawn = -Math.log(1 - random());
		weights[at] = drawn;
		sum += drawn;
	}
	// All of them exactly 0 would take the same number from the generator time after time; then they are alike.
	for (let at = 0; at < weights.length; at += 1)
		weights[at] = sum === 0 ? 1 / weights.length : weights[at]! / sum;
}

function scoreAll(scores: Float64Array, table: Table, weights: Float64Array): void {
	const { criteria, values, known, isWhole } = table;
	for (let row = 0, start = 0; row < scores.length; row += 1, start += criteria) {
		let sum = 0;
		let whole = isWhole[row] ? 1 : 0;
		for (let at = 0; at < criteria; at += 1) sum += weights[at]! * values[start + at]!;
		if (!isWhole[row])
			for (let at = 0; at < criteria; at += 1) whole += weights[at]! * known[start + at]!;
		scores[row] = sum / whole;
	}
}

/** The lowest of the `best.length` highest scores; `best` is room to work in. */
function lowestOfBest(best: Float64Array, scores: Float64Array): number {
	const last = best.length - 1;
	best.fill(-Infinity);
	for (let row = 0; row < scores.length; row += 1) {
		const score = scores[row]!;
		if (score <= best[last]!) continue;
		let at = last;
		while (at > 0 && best[at - 1]! < score) {
			best[at] = best[at - 1]!;
			at -= 1;
		}
		best[at] = score;
	}
	return best[last]!;
}
