import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASS_METHODS, classesOf, classOf, type ClassMethod } from './classes.ts';
import { naturalGroups } from './natural-breaks.ts';

const numbers = fc.array(
	fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10),
	{
		minLength: 1,
		maxLength: 60,
	},
);
const anyMethod = fc.constantFrom(...CLASS_METHODS);
const count = fc.integer({ min: 1, max: 7 });

describe('classes', () => {
	test('ten values in five quantiles are two in each', () => {
		const { breaks, classes } = classesOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], {
			method: 'quantiles',
			count: 5,
		});
		expect(breaks).toEqual([3, 5, 7, 9]);
		expect(classes.map((one) => one.count)).toEqual([2, 2, 2, 2, 2]);
		expect(classes[1]).toEqual({ lowest: 3, highest: 4, count: 2 });
	});

	test('equal steps may leave a class empty, and say so', () => {
		const { breaks, classes } = classesOf([0, 1, 2, 10], { method: 'equal', count: 5 });
		expect(breaks).toEqual([2, 4, 6, 8]);
		expect(classes.map((one) => one.count)).toEqual([2, 1, 0, 0, 1]);
		expect(classes[2]).toEqual({ lowest: null, highest: null, count: 0 });
	});

	test('natural breaks lie where values lie apart', () => {
		const values = [1, 2, 3, 50, 51, 52, 100, 101];
		expect(classesOf(values, { method: 'natural', count: 3 }).breaks).toEqual([50, 100]);
	});

	test('around a middle the steps are as wide on both sides', () => {
		const { breaks, classes } = classesOf([40, 45, 49, 51, 60], {
			method: 'equal',
			count: 4,
			around: 50,
		});
		expect(breaks).toEqual([45, 50, 55]);
		expect(classes.map((one) => one.count)).toEqual([1, 2, 1, 1]);
	});

	test('one value everywhere is one class; no values are none', () => {
		for (const method of CLASS_METHODS) {
			expect(classesOf([7, 7, 7], { method, count: 5 })).toEqual({
				breaks: [],
				classes: [{ lowest: 7, highest: 7, count: 3 }],
			});
			expect(classesOf([NaN, Infinity], { method, count: 5 }).classes).toEqual([]);
		}
	});

	test('every value is counted once, in the class that classOf gives, and classes do not overlap', () => {
		fc.assert(
			fc.property(
				numbers,
				anyMethod,
				count,
				fc.option(fc.integer()),
				(values, method, k, around) => {
					const { breaks, classes } = classesOf(values, { method, count: k, around });
					expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(values.length);
					expect(classes.length).toBe(breaks.length + 1);
					for (const value of values) {
						const { lowest, highest } = classes[classOf(value, breaks)]!;
						expect(lowest!).toBeLessThanOrEqual(value);
						expect(highest!).toBeGreaterThanOrEqual(value);
					}
					const ends = classes.flatMap((one) => (one.count ? [one.lowest!, one.highest!] : []));
					expect(ends).toEqual(ends.toSorted((a, b) => a - b));
				},
			),
		);
	});

	test('quantiles and natural breaks leave no class empty and make no more than asked', () => {
		const filled = fc.constantFrom<ClassMethod>('quantiles', 'natural');
		fc.assert(
			fc.property(numbers, filled, count, (values, method, k) => {
				const { classes } = classesOf(values, { method, count: k });
				expect(classes.length).toBeLessThanOrEqual(k);
				expect(classes.every((one) => one.count > 0)).toBe(true);
			}),
		);
	});
});

describe('natural groups', () => {
	/** The least cost over all ways to cut, tried one by one. */
	function leastCost(sorted: number[], groups: number): number {
		if (groups === 1) return costOf(sorted);
		let least = Infinity;
		for (let end = 1; end <= sorted.length - groups + 1; end += 1)
			least = Math.min(
				least,
				costOf(sorted.slice(0, end)) + leastCost(sorted.slice(end), groups - 1),
			);
		return least;
	}

	function costOf(values: number[]): number {
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	}

	test('no other way to cut has a smaller sum of squares', () => {
		const few = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 11 });
		fc.assert(
			fc.property(few, fc.integer({ min: 2, max: 4 }), (values, k) => {
				const sorted = values.toSorted((a, b) => a - b);
				const begins = naturalGroups(sorted, k);
				expect(begins).toHaveLength(k);
				const cut = begins.map((begin, at) => costOf(sorted.slice(begin, begins[at + 1])));
				const sum = cut.reduce((total, one) => total + one, 0);
				expect(sum).toBeCloseTo(leastCost(sorted, k), 6);
			}),
		);
	});
});
