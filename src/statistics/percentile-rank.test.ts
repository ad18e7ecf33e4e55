import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentileRank } from './percentile-rank.ts';

const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 });

/** Slow but plain: every pair gives 1, ½ or 0 points. */
function byPairs(value: number, others: readonly number[]): number {
	const points = others.map((other) => (Math.sign(value - other) + 1) / 2);
	return (100 * points.reduce((sum, point) => sum + point, 0)) / others.length;
}

test('there is no percentile among nothing', () => {
	expect(percentileRank(3, [])).toBeNull();
});

test('the middle one of five stands half-way', () => {
	expect(percentileRank(3, [1, 2, 3, 4, 5])).toBe(50);
});

test('the lowest of four has half of itself below it', () => {
	expect(percentileRank(1, [1, 2, 3, 4])).toBe(12.5);
});

test('where all are equal, each stands half-way', () => {
	expect(percentileRank(7, [7, 7, 7])).toBe(50);
});

test('it is what comparing pair by pair gives', () => {
	fc.assert(
		fc.property(fc.integer({ min: -1, max: 21 }), values, (value, others) => {
			expect(percentileRank(value, others)).toBeCloseTo(byPairs(value, others), 9);
		}),
	);
});

test('read from the top it is 100 minus what it is from the bottom', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 20 }), values, (value, others) => {
			const mirrored = others.map((other) => -other);
			const sum = percentileRank(value, others)! + percentileRank(-value, mirrored)!;
			expect(sum).toBeCloseTo(100, 9);
		}),
	);
});
