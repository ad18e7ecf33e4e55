import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, ordinaryWaits, waitAfter } from './back-off.ts';

describe('waiting before trying again', () => {
	const waits = { first: 1000, most: 60_000 };

	it('doubles, and stops growing', () => {
		const longest = [1, 2, 3, 4, 20, 1000].map((failures) => waitAfter(failures, waits, () => 1));
		expect(longest).toEqual([1000, 2000, 4000, 8000, 60_000, 60_000]);
	});

	it('differs from phone to phone, by at most half', () => {
		fc.assert(
			fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, part) => {
				const wait = waitAfter(failures, ordinaryWaits, () => part);
				const whole = waitAfter(failures, ordinaryWaits, () => 1);
				expect(wait).toBeGreaterThanOrEqual(Math.floor(whole / 2));
				expect(wait).toBeLessThanOrEqual(ordinaryWaits.most);
			}),
		);
		expect(waitAfter(5, waits, () => 0)).not.toBe(waitAfter(5, waits, () => 0.9));
	});

	it('is over at its moment', () => {
		expect(isDue(1000, 999, waits)).toBe(false);
		expect(isDue(1000, 1000, waits)).toBe(true);
	});

	it('does not last for years when the clock of the phone is set back', () => {
		const set = Date.UTC(2030, 0, 1);
		expect(isDue(set + 500, Date.UTC(2020, 0, 1), waits)).toBe(true);
	});
});
