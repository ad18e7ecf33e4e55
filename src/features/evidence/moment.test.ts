import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, momentOf, optionalMomentOf, shownMoment, startOfDay } from './moment.ts';

const now = new Date('2026-11-21T13:30:00Z');
const on = (text: string, precision: 'day' | 'month' | 'year' = 'day') => ({ on: text, precision });

describe('a moment', () => {
	it('is now when nothing was filled in', () => {
		expect(momentOf({ happenedOn: null, happenedTime: null }, now)).toEqual({
			at: now,
			precision: 'minute',
		});
	});

	it('is what clocks in the Netherlands showed, in winter and in summer', () => {
		const winter = momentOf({ happenedOn: on('2026-01-10'), happenedTime: '14:05' }, now);
		const summer = momentOf({ happenedOn: on('2026-07-10'), happenedTime: '14:05' }, now);
		expect(winter.at.toISOString()).toBe('2026-01-10T13:05:00.000Z');
		expect(summer.at.toISOString()).toBe('2026-07-10T12:05:00.000Z');
	});

	it('may be of years ago, and known to the month or the year only', () => {
		const month = momentOf({ happenedOn: on('2006-05-01', 'month'), happenedTime: null }, now);
		expect(month.precision).toBe('month');
		expect(shownMoment(month.at, month.precision)).toEqual({
			happenedOn: '2006-05',
			happenedTime: '',
		});
		const year = momentOf({ happenedOn: on('2007-01-01', 'year'), happenedTime: null }, now);
		expect(shownMoment(year.at, year.precision).happenedOn).toBe('2007');
	});

	it('of this month or year is not in the future', () => {
		expect(
			momentOf({ happenedOn: on('2026-11-01', 'month'), happenedTime: null }, now),
		).toBeTruthy();
	});

	it('in the future is refused, by the day and by the minute', () => {
		const future = (happenedOn: ReturnType<typeof on>, happenedTime: string | null) => () =>
			momentOf({ happenedOn, happenedTime }, now);
		expect(future(on('2026-11-22'), null)).toThrow(
			expect.objectContaining({ problems: [{ path: 'happenedOn', code: 'future_date' }] }),
		);
		expect(future(on('2026-12-01', 'month'), null)).toThrow();
		expect(future(on('2026-11-21'), '14:31')).toThrow(
			expect.objectContaining({ problems: [{ path: 'happenedTime', code: 'future_date' }] }),
		);
	});

	it('may be left out where it is optional', () => {
		expect(optionalMomentOf({ happenedOn: null, happenedTime: null }, now)).toBeNull();
	});

	it('comes back as it was given, whatever the day and time', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1950-01-01'), max: new Date('2026-11-20'), noInvalidDate: true }),
				fc.integer({ min: 4, max: 23 }),
				fc.integer({ min: 0, max: 59 }),
				(date, hour, minute) => {
					const day = date.toISOString().slice(0, 10);
					const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
					const { at, precision } = momentOf({ happenedOn: on(day), happenedTime: time }, now);
					expect(shownMoment(at, precision)).toEqual({ happenedOn: day, happenedTime: time });
				},
			),
		);
	});
});

it('a day on which the clock goes back has 25 hours', () => {
	const hours = endOfDay('2026-10-25').getTime() - startOfDay('2026-10-25').getTime();
	expect(hours).toBe(25 * 3_600_000);
});
