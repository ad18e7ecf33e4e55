/** One page of a list, as far as it says where the page stands in the whole. */
export interface PageOfList {
	/** The number of the page, from 1, and how many items a full one has. */
	page: number;
	pageSize: number;
	/** How many items this page has. */
	shown: number;
	total: number;
	/** There are more than `total`, which were not counted. */
	hasMore?: boolean;
	/** Though there are more, no page shows what lies behind `total`. */
	endsAtTotal?: boolean;
}

export interface PlaceInList {
	/** Numbers of the first and last item here, from 1; both 0 on an empty page. */
	from: number;
	to: number;
	/** The numbers of the pages beside this one; null where there is none. */
	previous: number | null;
	next: number | null;
}

/**
 * Where a page stands in its list. Behind an empty page there is never another: who is past the end (the list became
 * shorter, or the address was typed) is shown the way back only.
 */
export function placeInList(one: PageOfList): PlaceInList {
	const { page, pageSize, shown, total, hasMore = false, endsAtTotal = false } = one;
	const before = (page - 1) * pageSize;
	const isEmpty = shown === 0;
	const goesOn = before + shown < total || (hasMore && !endsAtTotal);
	return {
		from: isEmpty ? 0 : before + 1,
		to: isEmpty ? 0 : before + shown,
		previous: page > 1 ? page - 1 : null,
		next: goesOn && !isEmpty ? page + 1 : null,
	};
}
