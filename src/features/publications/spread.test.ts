import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentileRank } from '#statistics/percentile-rank.ts';
import { placeIn, spreadOf } from './spread.ts';

const value = fc.oneof(
	fc.integer({ min: -5, max: 5 }),
	fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
);

it('gives every value the place that its percentile rank has', () => {
	fc.assert(
		fc.property(fc.array(value, { maxLength: 60 }), value, (values, asked) => {
			for (const one of [asked, ...values]) {
				const place = placeIn(spreadOf(values), one);
				const rank = percentileRank(one, values);
				if (rank === null) expect(place).toBeNull();
				else expect(place).toBeCloseTo(rank, 9);
			}
		}),
	);
});

it('keeps each value once, with the number of areas below it', () => {
	expect(spreadOf([3, 1, 3, 2])).toEqual({ breaks: [1, 2, 3], below: [0, 1, 2, 4] });
});
