import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median } from './median.ts';
import { quantile, spread } from './spread.ts';

const scores = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 });

/**
 * Slow reference for definition 7: repeat the interpolation on a grid of quarters, so that every
 * quartile is a grid point. Between neighbours a and b lie a, a+¼(b−a), …
 */
function quartileByGrid(values: readonly number[], quarter: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const grid: number[] = [];
	for (let i = 0; i < sorted.length - 1; i += 1) {
		for (let step = 0; step < 4; step += 1) {
			grid.push(sorted[i]! + ((sorted[i + 1]! - sorted[i]!) * step) / 4);
		}
	}
	grid.push(sorted[sorted.length - 1]!);
	return grid[((grid.length - 1) / 4) * quarter]!;
}

test('no scores have no spread', () => {
	expect(spread([])).toBeNull();
});

test('one score has a spread of nothing', () => {
	expect(spread([3])).toEqual({
		minimum: 3,
		lower: 3,
		upper: 3,
		maximum: 3,
		interquartileRange: 0,
	});
});

test('quartiles lie between the neighbours, as R’s quantile() with type 7 gives them', () => {
	// quantile(c(1, 2, 3, 4), c(.25, .75)) in R: 1.75 and 3.25
	expect(spread([4, 1, 3, 2])).toMatchObject({ lower: 1.75, upper: 3.25, interquartileRange: 1.5 });
});

test('the quartiles are those of the slow method', () => {
	fc.assert(
		fc.property(scores, (values) => {
			const result = spread(values)!;
			expect(result.lower).toBeCloseTo(quartileByGrid(values, 1), 9);
			expect(result.upper).toBeCloseTo(quartileByGrid(values, 3), 9);
		}),
	);
});

test('minimum, quartiles, median and maximum are in order', () => {
	fc.assert(
		fc.property(scores, (values) => {
			const { minimum, lower, upper, maximum } = spread(values)!;
			const middle = median(values)!;
			expect([minimum, lower, middle, upper, maximum]).toEqual(
				[minimum, lower, middle, upper, maximum].toSorted((a, b) => a - b),
			);
			expect(minimum).toBe(Math.min(...values));
			expect(maximum).toBe(Math.max(...values));
		}),
	);
});

test('half-way lies the median', () => {
	fc.assert(
		fc.property(scores, (values) => {
			const sorted = values.toSorted((a, b) => a - b);
			expect(quantile(sorted, 0.5)).toBeCloseTo(median(values)!, 9);
		}),
	);
});

test('a quantile of nothing, or outside 0–1, is a mistake', () => {
	expect(() => quantile([], 0.5)).toThrow(RangeError);
	expect(() => quantile([1], 1.5)).toThrow(RangeError);
	expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
});
