import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceBetween, nearest, robustScaling, standardised } from './likeness.ts';

const column = (...values: number[]) => Float64Array.from(values);

it('scales by the middle half, so that one extreme value changes nothing', () => {
	const ordinary = robustScaling([1, 2, 3, 4, 5]);
	expect(ordinary?.centre).toBe(3);
	expect(ordinary?.scale).toBeCloseTo(2 / 1.349, 10);
	expect(robustScaling([1, 2, 3, 4, 5_000_000])).toEqual(ordinary);
});

it('leaves missing values out of centre and scale', () => {
	expect(robustScaling([NaN, 1, 2, 3, 4, 5, NaN])).toEqual(robustScaling([1, 2, 3, 4, 5]));
});

it('takes the mean deviation where more than half of the values are the same', () => {
	expect(robustScaling([0, 0, 0, 0, 0, 0, 0, 8])).toEqual({ centre: 0, scale: 1 });
});

it.each([[[]], [[NaN, NaN]], [[7, 7, 7]]])('a column %j tells nothing apart', (values) => {
	expect(robustScaling(values)).toBeNull();
});

it('standardises in units of an ordinary difference and keeps what is missing', () => {
	const scaled = standardised([10, NaN, 14], { centre: 12, scale: 2 });
	expect([...scaled]).toEqual([-1, NaN, 1]);
});

it('finds the nearest first, and never the item itself', () => {
	const columns = [column(0, 3, 1, 0.5), column(0, 4, 1, 0.5)];
	const found = nearest(columns, 0, { count: 3, least: 2 });
	expect(found.map(({ index }) => index)).toEqual([3, 2, 1]);
	expect(found[2]).toEqual({ index: 1, distance: Math.sqrt(12.5), shared: 2 });
});

it('does not fill in what is missing, and asks for enough in common', () => {
	const columns = [column(0, 0, 2), column(0, NaN, 2), column(0, NaN, 2)];
	const indexes = (least: number) =>
		nearest(columns, 0, { count: 5, least }).map(({ index }) => index);
	expect(indexes(1)).toEqual([1, 2]);
	expect(indexes(2)).toEqual([2]);
});

it('a missing characteristic makes two items neither nearer nor further', () => {
	const whole = distanceBetween([column(0, 2), column(0, 2)], 0, 1);
	expect(distanceBetween([column(0, 2), column(0, NaN)], 0, 1).distance).toBe(whole.distance);
});

it('only gives what may be a neighbour', () => {
	const columns = [column(0, 1, 2, 3)];
	const found = nearest(columns, 0, { count: 2, least: 1, may: (index) => index % 2 === 1 });
	expect(found.map(({ index }) => index)).toEqual([1, 3]);
});

it('gives the same as sorting all distances, whatever the numbers', () => {
	const value = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(NaN));
	const items = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(items, fc.integer({ min: 1, max: 8 }), (rows, count) => {
			const columns = [0, 1, 2].map((at) => Float64Array.from(rows, (row) => row[at]!));
			const all = rows
				.map((_, index) => ({ index, ...distanceBetween(columns, 0, index) }))
				.filter(({ index, shared }) => index !== 0 && shared >= 2)
				.toSorted((a, b) => a.distance - b.distance);
			expect(nearest(columns, 0, { count, least: 2 })).toEqual(all.slice(0, count));
		}),
	);
});

it('distance is the same from either side', () => {
	const value = fc.integer({ min: -100, max: 100 });
	fc.assert(
		fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (pairs) => {
			const columns = pairs.map(([a, b]) => Float64Array.of(a, b));
			expect(distanceBetween(columns, 0, 1)).toEqual(distanceBetween(columns, 1, 0));
		}),
	);
});
