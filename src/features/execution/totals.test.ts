import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalsOf } from './totals.ts';

const money = (cents: number | null) => ({ kind: 'money', cents, hours: null });
const hours = (count: number | null) => ({ kind: 'hours', cents: null, hours: count });

it('adds up what is known and counts what is not', () => {
	expect(totalsOf([money(100_050), money(null), hours(12.5), money(50), hours(null)])).toEqual({
		cents: 100_100,
		moneyKnown: 2,
		moneyUnknown: 1,
		hours: 12.5,
		hoursKnown: 1,
		hoursUnknown: 1,
	});
});

it('loses no hundredth, however many there are', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 1e6 })), (list) => {
			const sum = list.reduce((one, other) => one + other, 0);
			expect(totalsOf(list.map((one) => hours(one / 100))).hours).toBe(sum / 100);
		}),
	);
});
