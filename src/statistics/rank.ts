/** An item with its place. */
export interface Ranked<T> {
	item: T;
	/** 1 is the first; null when the item has no score. */
	rank: number | null;
	/** Whether another item has the same rank. */
	tied: boolean;
}

/**
 * Puts items in order of score, the highest first, and gives each its place. Equal scores share the
 * place and the places after them are left out (1, 2, 2, 4: "standard competition ranking"). Items
 * with equal scores keep the order they came in; items without a score (null) come last, without
 * place. Neither the list nor its items are changed.
 */
export function rank<T>(
	items: readonly T[],
	scoreOf: (item: T) => number | null,
): readonly Ranked<T>[] {
	const scored = items.map((item) => ({ item, score: scoreOf(item) }));
	const sorted = scored.toSorted((a, b) => descending(a.score, b.score));
	let place = 0;
	return sorted.map(({ item, score }, index) => {
		if (score === null) return { item, rank: null, tied: false };
		const sameAsBefore = sorted[index - 1]?.score === score;
		const sameAsAfter = sorted[index + 1]?.score === score;
		if (!sameAsBefore) place = index + 1;
		return { item, rank: place, tied: sameAsBefore || sameAsAfter };
	});
}

function descending(a: number | null, b: number | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return b - a;
}
