import { describe, expect, it } from 'vitest';
import { differsBeyondMargin, marginOfShare } from './margin.ts';

describe('whether two estimates differ', () => {
	const around = (value: number, half: number) => ({
		value,
		lower: value - half,
		upper: value + half,
	});
	it.each([
		['margins apart', around(10, 1), around(20, 1), 'beyond_margin'],
		['the same, turned round', around(20, 1), around(10, 1), 'beyond_margin'],
		['one inside the other', around(10, 5), around(11, 1), 'within_margin'],
		// The margins overlap (13 and 12), and still √(3² + 3²) = 4.2 is less than 5.
		['overlapping, but not by much', around(10, 3), around(15, 3), 'beyond_margin'],
		['one is exact', { value: 10 }, around(12, 3), 'within_margin'],
		['one is exact and far', { value: 10 }, around(14, 3), 'beyond_margin'],
		['neither has a margin', { value: 10 }, { value: 90 }, 'no_margin'],
		['equal', around(10, 1), around(10, 1), 'within_margin'],
	] as const)('%s', (_, one, other, verdict) => {
		expect(differsBeyondMargin(one, other)).toBe(verdict);
	});

	it('looks at the sides that face each other', () => {
		const low = { value: 10, lower: 0, upper: 11 };
		const high = { value: 15, lower: 14, upper: 40 };
		expect(differsBeyondMargin(low, high)).toBe('beyond_margin');
	});
});

describe('the margin of a share out of a sample', () => {
	it('is the score interval of Wilson', () => {
		// 81 of 263 is a worked example of Newcombe (Statistics in Medicine 17, 1998, table I): 0.2553 to 0.3662.
		const margin = marginOfShare(81, 263);
		expect(margin?.lower).toBeCloseTo(25.53, 2);
		expect(margin?.upper).toBeCloseTo(36.62, 2);
	});

	it('holds at nobody and everybody, and is unknown without people', () => {
		expect(marginOfShare(0, 20)?.lower).toBeCloseTo(0, 10);
		expect(marginOfShare(0, 20)?.upper).toBeCloseTo(16.11, 2);
		expect(marginOfShare(20, 20)?.upper).toBeCloseTo(100, 10);
		expect(marginOfShare(0, 0)).toBeUndefined();
		expect(marginOfShare(5, 4)).toBeUndefined();
	});
});
