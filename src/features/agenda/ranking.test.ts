import { describe, expect, it } from 'vitest';
import { rememberedFirmness } from './firmness.server.ts';
import { firmnessOf, rankByWeights } from './ranking.ts';
import { equalWeights, percentages, sameProportion, weightsFrom } from './weights.ts';

const six = [[5, 1], [4, 2], [3, 3], [2, 4], [1, 5], [1, 1]]; // prettier-ignore

describe('the ranking by weights', () => {
	it('turns when the weight does', () => {
		const order = (weights: number[]) =>
			rankByWeights(six, (row) => row, weights).map(({ row }) => row.join());
		expect(order([5, 0])[0]).toBe('5,1');
		expect(order([0, 5])[0]).toBe('1,5');
		expect(rankByWeights(six, (row) => row, [3, 3]).map(({ rank }) => rank)).toEqual([1, 1, 1, 1, 1, 6]); // prettier-ignore
	});

	it('has no order without any weight', () => {
		expect(rankByWeights(six, (row) => row, [0, 0]).every(({ rank }) => rank === null)).toBe(true);
	});
});

describe('how firm it is', () => {
	it('is asked only where there are more findings than places', () => {
		expect(firmnessOf(six.slice(0, 5), [3, 3])).toBeNull();
		expect(firmnessOf([...six.slice(0, 5), [null, null]], [3, 3])).toBeNull();
		expect(firmnessOf(six, [3, 3])?.at(-1)?.share).toBe(0);
	});

	it('leaves out what the group does not let count, and nothing else', () => {
		const all = firmnessOf(six, [3, 3]);
		expect(firmnessOf(six, [5, 1])).toEqual(all);
		// By the first criterion alone the last two are equal: both stand on a shared fifth place.
		expect(firmnessOf(six, [5, 0])?.map((one) => one?.share)).toEqual([1, 1, 1, 1, 1, 1]);
	});

	it('is remembered, and stays what it was when others were asked meanwhile', () => {
		const first = rememberedFirmness(six, [3, 3]);
		for (let other = 0; other < 40; other += 1)
			rememberedFirmness([...six, [other / 10, 1]], [3, 3]);
		expect(rememberedFirmness(six, [3, 3])).toEqual(first);
		expect(rememberedFirmness(six.slice(0, 5), [3, 3])).toBeNull();
	});
});

describe('weights', () => {
	const ids = ['urgency', 'importance', 'potential'];
	const equal = equalWeights(ids);

	it('begin equal', () => {
		expect(new Set(Object.values(equal)).size).toBe(1);
		expect(percentages(equal)).toEqual({ urgency: 33, importance: 33, potential: 33 });
	});

	it('come out of an address; what is no weight stays as it was', () => {
		const typed = new URLSearchParams('g.urgency=5&g.importance=9&g.potential=0&g.other=4');
		expect(weightsFrom(typed, equal)).toEqual({ urgency: 5, importance: 3, potential: 0 });
		expect(weightsFrom(new URLSearchParams('g.urgency=-1&g.importance=2.5'), equal)).toEqual(equal);
	});

	it('are the same in the same proportion', () => {
		expect(sameProportion({ a: 1, b: 2 }, { a: 2, b: 4 })).toBe(true);
		expect(sameProportion({ a: 1, b: 2 }, { a: 2, b: 3 })).toBe(false);
		expect(sameProportion({ a: 0, b: 0 }, { a: 1, b: 1 })).toBe(false);
	});
});
