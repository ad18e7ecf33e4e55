import * as v from 'valibot';
import { wholeNumber } from './fields.ts';
import { placeInList, type PlaceInList } from './place-in-list.ts';

/** The most items on one page of a list, and how many there are when nobody asks for a number. */
const largestPage = 100;
export const usualPage = 50;

/** The fields by which a list is asked for a page at a time. */
export const pageFields = () => ({
	page: v.optional(wholeNumber(1, 100_000), 1),
	limit: v.optional(wholeNumber(1, largestPage), usualPage),
});

/** One page of a list, with where it stands in the whole. */
export interface ListPage<Item> extends PlaceInList {
	items: Item[];
	total: number;
}

/** Puts the items of a page together with where they stand. */
export function listPage<Item>(
	{ page, limit }: { page: number; limit: number },
	total: number,
	items: Item[],
): ListPage<Item> {
	const place = placeInList({ page, pageSize: limit, shown: items.length, total });
	return { items, total, ...place };
}
