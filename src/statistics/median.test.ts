import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median } from './median.ts';

const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 });

/** Slow but plain: throw away the lowest and the highest until one or two are left. */
function peeled(values: readonly number[]): number {
	const left = [...values];
	while (left.length > 2) {
		left.splice(left.indexOf(Math.min(...left)), 1);
		left.splice(left.indexOf(Math.max(...left)), 1);
	}
	return left.reduce((sum, value) => sum + value, 0) / left.length;
}

test('the median of no scores is not 0 but nothing', () => {
	expect(median([])).toBeNull();
});

test.each([
	[[4], 4],
	[[5, 1, 3], 3],
	[[1, 2, 4, 5], 3],
	[[10, 9, 2], 9],
])('the median of %j is %d', (values, expected) => {
	expect(median(values)).toBe(expected);
});

test('the median is what is left after peeling off both ends', () => {
	fc.assert(
		fc.property(scores, (values) => {
			expect(median(values)).toBe(peeled(values));
		}),
	);
});

test('the order of the scores does not matter, and they are left as they were', () => {
	fc.assert(
		fc.property(scores, (values) => {
			const before = [...values];
			expect(median(values)).toBe(median(values.toReversed()));
			expect(values).toEqual(before);
		}),
	);
});
