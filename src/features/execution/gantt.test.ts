import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeLineOf } from './gantt.ts';

const today = '2026-07-02';

describe('the time line', () => {
	it('runs over whole years, and a year lasts until its last day', () => {
		const line = timeLineOf([{ id: 'a', starts: '2026-01', ends: '2027' }], today);
		expect(line).toMatchObject({ firstYear: 2026, lastYear: 2027 });
		expect(line?.bars).toEqual([{ id: 'a', from: 0, to: 1, openStart: false, openEnd: false }]);
		expect(line?.today).toBeCloseTo(0.25, 2);
	});

	it('lets an unknown end run on, and leaves out what has no date', () => {
		const line = timeLineOf(
			[
				{ id: 'a', starts: '2007-10', ends: null },
				{ id: 'b', starts: null, ends: null },
			],
			today,
		);
		expect(line?.bars).toMatchObject([{ id: 'a', to: 1, openEnd: true }]);
		expect(line?.today).toBeNull();
		expect(timeLineOf([{ id: 'b', starts: null, ends: null }], today)).toBeNull();
	});

	it('keeps every bar on the line, with its start before its end', () => {
		const iso = fc
			.tuple(
				fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
				fc.constantFrom(4, 7, 10),
			)
			.map(([date, length]) => date.toISOString().slice(0, length));
		const approach = fc
			.tuple(fc.option(iso), fc.option(iso))
			.filter(([starts, ends]) => !starts || !ends || starts.slice(0, 4) < ends.slice(0, 4))
			.map(([starts, ends]) => ({ id: 'a', starts, ends }));
		fc.assert(
			fc.property(fc.array(approach), (approaches) => {
				for (const { from, to } of timeLineOf(approaches, today)?.bars ?? []) {
					expect(from).toBeGreaterThanOrEqual(0);
					expect(to).toBeLessThanOrEqual(1);
					expect(from).toBeLessThan(to);
				}
			}),
		);
	});
});
