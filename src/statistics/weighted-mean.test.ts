import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedMean } from './weighted-mean.ts';

test('a value counts as often as its weight says', () => {
	expect(weightedMean([5, 2], [1, 2])).toBe(3);
	expect(weightedMean([5, 2], [0, 2])).toBe(2);
	expect(weightedMean([4, 2, 3], [3, 3, 3])).toBe(3);
});

test('what is not known leaves its weight to the others', () => {
	expect(weightedMean([5, null, 2], [1, 5, 2])).toBe(weightedMean([5, 2], [1, 2]));
	expect(weightedMean([null, null], [1, 1])).toBeNull();
	expect(weightedMean([null, 4], [1, 0])).toBeNull();
	expect(weightedMean([], [])).toBeNull();
});

test('refuses a weight too few and a weight below 0', () => {
	expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
	expect(() => weightedMean([1], [-1])).toThrow(RangeError);
});

const weighted = fc.array(
	fc.record({
		value: fc.option(fc.integer({ min: 2, max: 10 }).map((half) => half / 2)),
		weight: fc.integer({ min: 0, max: 5 }),
	}),
);

test('lies between the values, and only the proportion of the weights counts', () => {
	fc.assert(
		fc.property(weighted, fc.constantFrom(2, 4, 8), (parts, times) => {
			const values = parts.map(({ value }) => value);
			const weights = parts.map(({ weight }) => weight);
			const mean = weightedMean(values, weights);
			// The same by writing every value down as often as it weighs.
			const written = parts.flatMap(({ value, weight }) =>
				value === null ? [] : Array.from({ length: weight }, () => value),
			);
			if (mean === null) {
				expect(written).toEqual([]);
				return;
			}
			expect(mean).toBeCloseTo(written.reduce((a, b) => a + b, 0) / written.length, 12);
			expect(mean).toBeGreaterThanOrEqual(Math.min(...written));
			expect(mean).toBeLessThanOrEqual(Math.max(...written));
			const scaled = weights.map((weight) => weight * times);
			expect(weightedMean(values, scaled)).toBe(mean);
		}),
	);
});
