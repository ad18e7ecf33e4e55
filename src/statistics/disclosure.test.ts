import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showCount, showPercentage } from './disclosure.ts';

const count = fc.integer({ min: 0, max: 100_000 });
const audience = fc.constantFrom('public' as const, 'team' as const);

describe('a count', () => {
	test.each([0, 1, 9])('of %d is shown as fewer than 10', (small) => {
		expect(showCount(small)).toEqual({ kind: 'fewer-than-10' });
	});

	test.each([
		[10, 10],
		[12, 10],
		[13, 15],
		[161_348, 161_350],
	])('of %d is shown as %d', (own, shown) => {
		expect(showCount(own)).toEqual({ kind: 'rounded', value: shown });
	});

	test('under 10 looks the same whatever it is', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
				expect(showCount(a)).toEqual(showCount(b));
			}),
		);
	});

	test('is never shown more precisely than in fives, nor more than 2 away', () => {
		fc.assert(
			fc.property(count, (own) => {
				const shown = showCount(own);
				expect(shown.kind === 'fewer-than-10').toBe(own < 10);
				if (shown.kind !== 'rounded') return;
				expect(shown.value % 5).toBe(0);
				expect(Math.abs(shown.value - own)).toBeLessThanOrEqual(2);
			}),
		);
	});

	test.each([-1, 2.5, Number.NaN, Infinity])('of %d is a mistake', (wrong) => {
		expect(() => showCount(wrong)).toThrow(RangeError);
	});
});

describe('a percentage', () => {
	test('needs a base of 100 for the public', () => {
		expect(showPercentage(40, 99, 'public')).toEqual({ kind: 'base-too-small', smallestBase: 100 });
		expect(showPercentage(40, 100, 'public')).toEqual({
			kind: 'percentage',
			value: 40,
			uncertain: false,
		});
	});

	test('is shown to the team from a base of 30, marked as uncertain below 100', () => {
		expect(showPercentage(12, 29, 'team')).toEqual({ kind: 'base-too-small', smallestBase: 30 });
		expect(showPercentage(12, 30, 'team')).toEqual({
			kind: 'percentage',
			value: 40,
			uncertain: true,
		});
	});

	test('does not give away a part, or a rest, of fewer than 10', () => {
		expect(showPercentage(9, 200, 'public')).toEqual({ kind: 'part-too-small' });
		expect(showPercentage(191, 200, 'team')).toEqual({ kind: 'part-too-small' });
	});

	test('is only shown when its base, its part and the rest may be shown', () => {
		fc.assert(
			fc.property(count, count, audience, (a, b, who) => {
				const [part, base] = [Math.min(a, b), Math.max(a, b)];
				const shown = showPercentage(part, base, who).kind === 'percentage';
				const allowed = base >= (who === 'public' ? 100 : 30) && part >= 10 && base - part >= 10;
				expect(shown).toBe(allowed);
			}),
		);
	});

	test('that the public may see, the team may see, and it is the same', () => {
		fc.assert(
			fc.property(count, count, (a, b) => {
				const [part, base] = [Math.min(a, b), Math.max(a, b)];
				const open = showPercentage(part, base, 'public');
				if (open.kind === 'percentage') expect(showPercentage(part, base, 'team')).toEqual(open);
			}),
		);
	});

	test('of a part larger than its base is a mistake', () => {
		expect(() => showPercentage(101, 100, 'team')).toThrow(RangeError);
	});
});
