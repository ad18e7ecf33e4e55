import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	endsBeforeStart,
	lastDayOf,
	roughDate,
	roughIso,
	toRoughDate,
} from './rough-date.schema.ts';

const read = (text: string) => v.parse(roughDate(), text);

describe('a date of any precision', () => {
	it('keeps how much of it is known', () => {
		expect(read('31-12-2026')).toEqual({ on: '2026-12-31', precision: 'day' });
		expect(read('10-2007')).toEqual({ on: '2007-10-01', precision: 'month' });
		expect(read('2007')).toEqual({ on: '2007-01-01', precision: 'year' });
	});

	it('that does not exist is refused', () => {
		expect(v.safeParse(roughDate(), '31-02-2026').issues?.[0].message).toBe('not_a_date');
	});

	it('comes back as it was written', () => {
		const iso = fc
			.tuple(
				fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
				fc.constantFrom(4, 7, 10),
			)
			.map(([date, length]) => date.toISOString().slice(0, length));
		fc.assert(
			fc.property(iso, (text) => {
				const { on, precision } = toRoughDate(text);
				expect(roughIso(on, precision)).toBe(text);
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
