import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyStep, mannKendallS, theilSenSlope, trendChance } from './trend.ts';

const few = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 9 });

describe('every step in one direction', () => {
	it('takes no step for a step of nothing', () => {
		expect(everyStep([1, 2, 4], 1)).toBe(true);
		expect(everyStep([1, 2, 2], 1)).toBe(false);
		expect(everyStep([4, 2, 1], -1)).toBe(true);
		expect(everyStep([4, 2, 1], 1)).toBe(false);
		expect(everyStep([4], 1)).toBe(false);
	});
});

describe('the test of Mann and Kendall', () => {
	it('counts pairs that rise less pairs that fall', () => {
		expect(mannKendallS([1, 2, 3, 4])).toBe(6);
		expect(mannKendallS([1, 3, 2, 4])).toBe(4);
		expect(mannKendallS([2, 2, 1])).toBe(-2);
	});

	it('gives the exact one-sided chances of Kendall’s table', () => {
		// Kendall (1975), appendix table 1: n = 4, S ≥ 6: 0.042; n = 5, S ≥ 8: 0.042; n = 10, S ≥ 21: 0.036.
		expect(trendChance([1, 2, 3, 4], 1)).toBeCloseTo(1 / 24, 12);
		expect(trendChance([2, 1, 3, 4, 5], 1)).toBeCloseTo(5 / 120, 12);
		expect(trendChance([4, 3, 2, 1], -1)).toBeCloseTo(1 / 24, 12);
		expect(trendChance([4, 3, 2, 1], 1)).toBeCloseTo(1, 12);
		expect(trendChance([4, 3, 2, 1, 8, 7, 6, 5, 9, 10], 1)).toBeCloseTo(0.036, 3);
	});

	it('gives the share of all orders that is at least as far, whatever the values', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 6 }), (values) => {
				const orders = permutations(values);
				const s = mannKendallS(values);
				const share = orders.filter((one) => mannKendallS(one) >= s).length / orders.length;
				expect(trendChance(values, 1)).toBeCloseTo(share, 10);
			}),
			{ numRuns: 50 },
		);
	});

	it('finds a last value that is farther never less likely a trend', () => {
		fc.assert(
			fc.property(few, fc.nat(50), (values, more) => {
				const farther = [...values.slice(0, -1), values.at(-1)! + more];
				expect(trendChance(farther, 1)).toBeLessThanOrEqual(trendChance(values, 1) + 1e-12);
			}),
		);
	});
});

describe('the slope of Theil and Sen', () => {
	it('is the slope of a straight line, at uneven distances too', () => {
		const at = [2012, 2016, 2020, 2022];
		expect(theilSenSlope(at.map((year) => ({ at: year, value: 3 + 0.5 * year })))).toBeCloseTo(0.5);
	});

	it('hardly moves by one value that is far off', () => {
		const points = [1, 2, 3, 4, 5].map((at) => ({ at, value: at === 3 ? 1000 : at }));
		expect(theilSenSlope(points)).toBe(1);
	});

	it('is not there for one moment', () => {
		expect(theilSenSlope([{ at: 2020, value: 1 }])).toBeNull();
		expect(
			theilSenSlope([
				{ at: 2020, value: 1 },
				{ at: 2020, value: 2 },
			]),
		).toBeNull();
	});
});

function permutations(values: readonly number[]): number[][] {
	if (values.length <= 1) return [[...values]];
	return values.flatMap((one, index) =>
		permutations(values.toSpliced(index, 1)).map((rest) => [one, ...rest]),
	);
}
