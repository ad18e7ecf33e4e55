import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from './rank.ts';

const items = fc
	.array(fc.option(fc.integer({ min: 1, max: 5 })))
	.map((scores) => scores.map((score, id) => ({ id, score })));

test('equal scores share a place and the next place is left out', () => {
	const ranked = rank([3, 5, 3, 1], (score) => score);
	expect(ranked.map((r) => [r.item, r.rank, r.tied])).toEqual([
		[5, 1, false],
		[3, 2, true],
		[3, 2, true],
		[1, 4, false],
	]);
});

test('what nobody scored comes last and has no place', () => {
	const ranked = rank([null, 2, null, 4], (score) => score);
	expect(ranked.map((r) => r.rank)).toEqual([1, 2, null, null]);
	expect(ranked.every((r) => !r.tied)).toBe(true);
});

test('a place is one more than the number of items with a higher score', () => {
	fc.assert(
		fc.property(items, (list) => {
			for (const { item, rank: place, tied } of rank(list, (i) => i.score)) {
				const { score } = item;
				if (score === null) {
					expect(place).toBeNull();
					continue;
				}
				expect(place).toBe(1 + list.filter((i) => (i.score ?? 0) > score).length);
				expect(tied).toBe(list.filter((i) => i.score === score).length > 1);
			}
		}),
	);
});

test('every item comes back once, and equals keep their order', () => {
	fc.assert(
		fc.property(items, (list) => {
			const ranked = rank(list, (i) => i.score).map((r) => r.item);
			expect(ranked.map((i) => i.id).toSorted((a, b) => a - b)).toEqual(list.map((i) => i.id));
			for (const score of [null, 1, 2, 3, 4, 5]) {
				expect(ranked.filter((i) => i.score === score)).toEqual(
					list.filter((i) => i.score === score),
				);
			}
		}),
	);
});
