import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankFirmness, type FirmnessOptions } from './rank-firmness.ts';
import { seededRandom } from './seeded-random.ts';
import { weightedMean } from './weighted-mean.ts';

type Row = (number | null)[];

/** The same by the plainest words: draw weights, count for each item how many do better. */
function slowly(items: readonly Row[], { top, draws, seed }: FirmnessOptions): (number | null)[] {
	const random = seededRandom(seed);
	const counts = items.map(() => 0);
	for (let draw = 0; draw < draws; draw += 1) {
		const drawn = (items[0] ?? []).map(() => -Math.log(1 - random()));
		const sum = drawn.reduce((one, other) => one + other, 0);
		const weights = drawn.map((one) => one / sum);
		const scores = items.map((row) => weightedMean(row, weights));
		for (const [at, score] of scores.entries()) {
			if (score === null) continue;
			const better = scores.filter((other) => other !== null && other > score + 1e-9).length;
			if (better < top) counts[at]! += 1;
		}
	}
	return counts.map((count, at) =>
		items[at]!.every((value) => value === null) ? null : count / draws,
	);
}

const sharesOf = (items: readonly Row[], options: Partial<FirmnessOptions> = {}) =>
	rankFirmness(items, { top: 1, draws: 40_000, seed: 2013, ...options }).map(
		(firmness) => firmness?.share ?? null,
	);

/** Half points, as medians of scores are. */
const value = fc.option(
	fc.integer({ min: 2, max: 10 }).map((half) => half / 2),
	{ freq: 6 },
);
const table = fc
	.integer({ min: 1, max: 7 })
	.chain((criteria) =>
		fc.array(fc.array(value, { minLength: criteria, maxLength: criteria }), { maxLength: 12 }),
	);

describe('against values worked out by hand', () => {
	// With two criteria every weighting is one number w from 0 to 1, evenly spread.
	test('two criteria: the stretch of the line on which an item is the best', () => {
		// 1 + 4w, 5 − 4w and 3.2: the first wins above 0.55, the second under 0.45, the third between.
		const [first, second, third] = sharesOf([[5, 1], [1, 5], [3.2, 3.2]]); // prettier-ignore
		expect(first).toBeCloseTo(0.45, 2);
		expect(second).toBeCloseTo(0.45, 2);
		expect(third).toBeCloseTo(0.1, 2);
	});

	test('three criteria: the part of the triangle', () => {
		for (const share of sharesOf([
			[5, 1, 1],
			[1, 5, 1],
			[1, 1, 5],
		]))
			// prettier-ignore
			expect(share).toBeCloseTo(1 / 3, 2);
		// 2·w₁ > w₂ where w₁ ÷ (w₁ + w₂) is evenly spread: from 1/3 on.
		expect(sharesOf([[2, 0, 0], [0, 1, 0]])[0]).toBeCloseTo(2 / 3, 2); // prettier-ignore
	});

	test('what is not known lets the other criteria count as the whole', () => {
		// Always 4, against 1 + 4w: better above 0.75.
		const [unknown, known] = sharesOf([[4, null], [5, 1]]); // prettier-ignore
		expect(unknown).toBeCloseTo(0.75, 2);
		expect(known).toBeCloseTo(0.25, 2);
	});

	test('the standard error is that of a share of draws', () => {
		const [half] = rankFirmness([[5, 1], [1, 5]], { top: 1, draws: 10_000, seed: 7 }); // prettier-ignore
		const share = half?.share ?? 0;
		expect(half?.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 10_000), 12);
		expect(half?.standardError).toBeCloseTo(0.005, 4);
	});
});

describe('ties and gaps', () => {
	test('items that are equal stand in the top together', () => {
		expect(sharesOf([[4, 2], [4, 2], [1, 1]])).toEqual([1, 1, 0]); // prettier-ignore
	});

	test('equal is equal, also when the sums were made of other parts', () => {
		const threes: Row[] = [[3, 3, 3, 3, 3, 3, 3], [3, null, 3, null, 3, 3, null]]; // prettier-ignore
		expect(sharesOf(threes, { draws: 2000 })).toEqual([1, 1]);
	});

	test('an item of which nothing is known has no place and takes nobody’s', () => {
		expect(sharesOf([[null, null], [2, 2], [1, 1]])).toEqual([null, 1, 0]); // prettier-ignore
		expect(sharesOf([])).toEqual([]);
	});

	test('with no more items than places everyone is in the top', () => {
		expect(sharesOf([[1, 5], [2, 2], [5, 1]], { top: 5, draws: 100 })).toEqual([1, 1, 1]); // prettier-ignore
	});
});

test('it says the same as the slow version, weighting by weighting', () => {
	fc.assert(
		fc.property(table, fc.integer({ min: 1, max: 6 }), fc.integer(), (items, top, seed) => {
			const options = { top, draws: 60, seed };
			const fast = rankFirmness(items, options).map((firmness) => firmness?.share ?? null);
			// Rows without any value draw no weights of their own: both see the same number of criteria.
			if (items.every((row) => row.every((one) => one === null)))
				expect(fast).toEqual(items.map(() => null));
			else expect(fast).toEqual(slowly(items, options));
		}),
		{ numRuns: 300 },
	);
});

test('the order of the items and the same question again change nothing', () => {
	fc.assert(
		fc.property(table, (items) => {
			const options = { top: 3, draws: 50, seed: 11 };
			const there = rankFirmness(items, options);
			expect(rankFirmness(items, options)).toEqual(there);
			expect(rankFirmness(items.toReversed(), options).toReversed()).toEqual(there);
		}),
	);
});

test('an item that is nowhere worse stands in the top no less often', () => {
	fc.assert(
		fc.property(table, fc.nat(), (items, pick) => {
			const known = items.filter((row) => row.every((one) => one !== null));
			const worse = known[pick % Math.max(known.length, 1)];
			if (!worse) return;
			const better = worse.map((one) => Math.min(5, (one ?? 0) + 0.5));
			const shares = sharesOf([better, ...items], { top: 2, draws: 80 });
			expect(shares[0]).toBeGreaterThanOrEqual(shares[items.indexOf(worse) + 1] ?? 0);
		}),
	);
});

test('asks for a place, a draw, and rows of one length', () => {
	expect(() => rankFirmness([[1]], { top: 0, draws: 1, seed: 1 })).toThrow(RangeError);
	expect(() => rankFirmness([[1]], { top: 1, draws: 0, seed: 1 })).toThrow(RangeError);
	expect(() => rankFirmness([[1], [1, 2]], { top: 1, draws: 1, seed: 1 })).toThrow(RangeError);
});
