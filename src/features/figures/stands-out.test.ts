import { expect, it } from 'vitest';
import { standsOut, type OutCandidate } from './stands-out.ts';

const figure = (over: Partial<OutCandidate> & { id: string }) => ({
	category: over.id,
	value: 50,
	decimals: 0,
	comparable: null,
	place: 50,
	change: null,
	...over,
});
const around = (middle: number, half = 2) => ({
	middle,
	lower: middle - half,
	upper: middle + half,
	count: 10,
});
const chosen = (...figures: ReturnType<typeof figure>[]) =>
	standsOut(figures).map(({ candidate, reason }) => `${candidate.id}: ${reason}`);

it('takes what lies furthest from comparable areas first, the furthest in front', () => {
	expect(
		chosen(
			figure({ id: 'near', comparable: around(49) }),
			figure({ id: 'far', comparable: around(40) }),
			figure({ id: 'further', comparable: around(30) }),
		),
	).toEqual(['further: comparable', 'far: comparable']);
});

it('knows no difference with fewer than five comparable areas, nor within the margin of the figure', () => {
	expect(chosen(figure({ id: 'a', comparable: { ...around(30), count: 4 } }))).toEqual([]);
	expect(chosen(figure({ id: 'a', comparable: around(45), lower: 44, upper: 56 }))).toEqual([]);
	expect(chosen(figure({ id: 'a', comparable: around(45), lower: 46, upper: 54 }))).toHaveLength(1);
});

it('comparable areas that are all the same do not make one decimal a difference', () => {
	expect(chosen(figure({ id: 'a', comparable: around(49, 0) }))).toEqual([]);
	expect(chosen(figure({ id: 'a', comparable: around(48, 0) }))).toEqual(['a: comparable']);
});

it('then takes what is at the edge of the country, and what changed in another way than the country', () => {
	const change = { first: 25, country: { first: 10, last: 10 } };
	expect(
		chosen(
			figure({ id: 'edge', place: 97 }),
			figure({ id: 'low', place: 4 }),
			figure({ id: 'inner', place: 85 }),
			figure({ id: 'changed', change }),
		),
	).toEqual(['edge: country', 'low: country', 'changed: change']);
});

it('a change that the whole country went through does not stand out, nor one of a handful', () => {
	const with10To20 = { first: 10, country: { first: 10, last: 20 } };
	expect(chosen(figure({ id: 'a', value: 20, change: with10To20 }))).toEqual([]);
	expect(chosen(figure({ id: 'a', value: 8, change: { first: 4, country: null } }))).toEqual([]);
	expect(chosen(figure({ id: 'a', value: 8, change: { first: 5, country: null } }))).toHaveLength(
		1,
	);
});

it('names no figure twice and no category more than twice', () => {
	const both = figure({ id: 'both', place: 99, comparable: around(20) });
	expect(chosen(both)).toEqual(['both: comparable']);
	const same = ['a', 'b', 'c'].map((id) => figure({ id, category: 'income', place: 99, comparable: around(20) })); // prettier-ignore
	expect(chosen(...same)).toHaveLength(2);
});
