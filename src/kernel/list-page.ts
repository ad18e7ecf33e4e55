import * as v from 'valibot';
import { wholeNumber } from './fields.ts';

/** The most items on one page of a list. */
const largestPage = 100;

/** The fields by which a list is asked for a page at a time. */
export const pageFields = () => ({
	page: v.optional(wholeNumber(1, 100_000), 1),
	limit: v.optional(wholeNumber(1, largestPage), 50),
});

/** One page of a list, with where it stands in the whole. */
export interface ListPage<Item> {
	items: Item[];
	total: number;
	/** Numbers of the first and last item here, from 1; both 0 on an empty page. */
	from: number;
	to: number;
	/** The numbers of the pages beside this one; null where there is none. */
	previous: number | null;
	next: number | null;
}

/** Puts the items of a page together with where they stand. */
export function listPage<Item>(
	{ page, limit }: { page: number; limit: number },
	total: number,
	items: Item[],
): ListPage<Item> {
	const before = (page - 1) * limit;
	const empty = items.length === 0;
	return {
		items,
		total,
		from: empty ? 0 : before + 1,
		to: empty ? 0 : before + items.length,
		previous: page > 1 ? page - 1 : null,
		next: before + items.length < total && !empty ? page + 1 : null,
	};
}
