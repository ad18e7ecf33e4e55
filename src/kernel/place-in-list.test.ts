import { describe, expect, it } from 'vitest';
import { placeInList } from './place-in-list.ts';

const pageSize = 20;

describe('the place of a page in its list', () => {
	it('has no page beside it when everything is on one', () => {
		const place = placeInList({ page: 1, pageSize, shown: 20, total: 20 });
		expect(place).toEqual({ from: 1, to: 20, previous: null, next: null });
	});

	it('begins with a way on, has both ways in the middle, and ends with a way back', () => {
		const at = (page: number, shown: number) => placeInList({ page, pageSize, shown, total: 45 });
		expect(at(1, 20)).toEqual({ from: 1, to: 20, previous: null, next: 2 });
		expect(at(2, 20)).toEqual({ from: 21, to: 40, previous: 1, next: 3 });
		expect(at(3, 5)).toEqual({ from: 41, to: 45, previous: 2, next: null });
	});

	it('goes on behind what was counted, page after page', () => {
		const at = (page: number) =>
			placeInList({ page, pageSize, shown: 20, total: 1000, hasMore: true });
		expect(at(50)).toEqual({ from: 981, to: 1000, previous: 49, next: 51 });
		expect(at(51)).toEqual({ from: 1001, to: 1020, previous: 50, next: 52 });
	});

	it('stops at what was counted where no page shows more', () => {
		const at = (page: number) =>
			placeInList({ page, pageSize, shown: 20, total: 1000, hasMore: true, endsAtTotal: true });
		expect(at(49).next).toBe(50);
		expect(at(50).next).toBeNull();
	});

	it('shows only the way back past the end', () => {
		const place = placeInList({ page: 3, pageSize, shown: 0, total: 40, hasMore: true });
		expect(place).toEqual({ from: 0, to: 0, previous: 2, next: null });
	});
});
