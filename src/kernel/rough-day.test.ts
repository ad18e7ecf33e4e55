import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isoOf, roughDay } from './fields.ts';
import { endsBeforeStart, lastDayOf } from './rough-day.ts';

const read = (text: string) => v.parse(roughDay(), text);

describe('a day of any precision', () => {
	it('keeps how much of it is known', () => {
		expect(read('31-12-2026')).toEqual({ on: '2026-12-31', precision: 'day' });
		expect(read('10-2007')).toEqual({ on: '2007-10-01', precision: 'month' });
		expect(read('2007')).toEqual({ on: '2007-01-01', precision: 'year' });
	});

	it('comes back as it was written, and its last day lies within it', () => {
		const days = fc.date({
			min: new Date('1900-01-01'),
			max: new Date('2100-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(days, fc.constantFrom(4, 7, 10), (date, length) => {
				const text = date.toISOString().slice(0, length);
				const { on, precision } = read(text);
				expect(isoOf(on, precision)).toBe(text);
				expect(lastDayOf({ on, precision }).startsWith(text)).toBe(true);
			}),
		);
	});

	it('ends before its start only when no day of it can be later', () => {
		expect(endsBeforeStart(read('15-06-2026'), read('2026'))).toBe(false);
		expect(endsBeforeStart(read('15-06-2026'), read('5-2026'))).toBe(true);
		expect(lastDayOf(read('2-2028'))).toBe('2028-02-29');
	});
});
