/** What is known of a figure when one looks for what stands out. All values in the unit of the figure. */
export interface OutCandidate {
	category: string;
	value: number;
	/** As many decimals as the publisher gives. */
	decimals: number;
	/** The margin of the value, where it is known. */
	lower?: number | undefined;
	upper?: number | undefined;
	/** Middle and quartiles of the comparable areas, and of how many; null without them. */
	comparable: { middle: number; lower: number; upper: number; count: number } | null;
	/** Its place among all areas of the country, 0–100; null where it has none. */
	place: number | null;
	/** The first of the years that can be compared with the value, and the country's first and last; null without one. */
	change: { first: number; country: { first: number; last: number } | null } | null;
}

export type OutReason = 'comparable' | 'country' | 'change';

/** How many of each reason, in the order in which they are chosen. */
const most: readonly [OutReason, number][] = [
	['comparable', 3],
	['country', 2],
	['change', 1],
];
const MOST_PER_CATEGORY = 2;
/** Fewer comparable areas have no middle to speak of. */
const LEAST_COMPARABLE = 5;
/** From here on an area is called far from comparable ones: one and a half times an ordinary difference between them. */
const FAR = 1.5;
/** From here on nearly all areas are lower, or higher. */
const OUTER = 90;
/** A change by a fifth more, or less, than the country's. */
const LEAST_CHANGE = 0.2;
/** Below this, rounding and a handful of people make a change. */
const LEAST_VALUE = 5;
const NORMAL_IQR = 1.349;

/**
 * A first sight: furthest from the middle of comparable areas (in ordinary differences between those: their interquartile
 * range, of which half a last decimal is the least), furthest out in the country, most changed beside the country. Two
 * of a category at most, each figure once, the furthest first. It says where to look, not what is wrong.
 */
export function standsOut<T extends OutCandidate>(
	candidates: readonly T[],
): { candidate: T; reason: OutReason }[] {
	const chosen: { candidate: T; reason: OutReason }[] = [];
	for (const [reason, count] of most) {
		const scored = candidates
			.map((candidate) => ({ candidate, reason, score: scores[reason](candidate) }))
			.filter(({ score }) => score > 0)
			.toSorted((a, b) => b.score - a.score);
		let left = count;
		for (const { candidate } of scored) {
			const same = chosen.filter((one) => one.candidate.category === candidate.category);
			if (left === 0) break;
			if (same.length >= MOST_PER_CATEGORY || chosen.some((one) => one.candidate === candidate)) continue; // prettier-ignore
			chosen.push({ candidate, reason });
			left -= 1;
		}
	}
	return chosen;
}

/** How far it stands out in each way; 0 when it does not. */
const scores: Record<OutReason, (one: OutCandidate) => number> = {
	comparable: ({ value, decimals, lower, upper, comparable }) => {
		if (!comparable || comparable.count < LEAST_COMPARABLE) return 0;
		const { middle } = comparable;
		// A middle within the margin of the value is no difference.
		if (lower !== undefined && upper !== undefined && lower <= middle && middle <= upper) return 0;
		const scale = Math.max((comparable.upper - comparable.lower) / NORMAL_IQR, 10 ** -decimals / 2);
		const distance = Math.abs(value - middle) / scale;
		return distance >= FAR && Math.abs(value - middle) > 10 ** -decimals ? distance : 0;
	},
	country: ({ place }) => {
		const outer = place === null ? 0 : Math.max(place, 100 - place);
		return outer >= OUTER ? outer : 0;
	},
	change: ({ value, change }) => {
		if (!change || change.first < LEAST_VALUE || value <= 0) return 0;
		const country = change.country && change.country.first > 0 ? change.country.last / change.country.first : 1; // prettier-ignore
		const relative = Math.abs(Math.log(value / change.first / (country > 0 ? country : 1)));
		return relative >= Math.log(1 + LEAST_CHANGE) ? relative : 0;
	},
};
