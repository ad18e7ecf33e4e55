import { expect, test } from 'vitest';
import { linesOf } from './sparkline.ts';

test('a missing value breaks the line instead of being drawn across', () => {
	expect(linesOf([0, 10, null, 5], 96, 26)).toEqual([
		[
			[3, 23],
			[33, 3],
		],
		[[93, 13]],
	]);
});

test('a series without spread runs through the middle', () => {
	expect(linesOf([4, 4], 96, 28)).toEqual([
		[
			[3, 14],
			[93, 14],
		],
	]);
});

test('no values give no lines', () => {
	expect(linesOf([null, null], 96, 28)).toEqual([]);
	expect(linesOf([], 96, 28)).toEqual([]);
});

test('a break begins a new stretch, without losing the value itself', () => {
	expect(linesOf([1, 2, 3], 96, 28, [false, false, true]).map((line) => line.length)).toEqual([
		2, 1,
	]);
});
