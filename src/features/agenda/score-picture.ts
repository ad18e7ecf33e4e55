/** A view on the picture: a dot for an organisation, another shape for residents. */
export interface Dot {
	x: number;
	y: number;
	isResidents: boolean;
}

/** The size of the picture, in its own units. */
export const picture = { width: 240, height: 44, left: 12, right: 228, base: 30, step: 12 };

/** Where a score from 1 to 5 stands on the line. */
export function placeOf(score: number): number {
	return picture.left + ((score - 1) / 4) * (picture.right - picture.left);
}

/**
 * Dots above the line, those with the same score on top of each other. When a pile would leave the picture it is
 * pressed together, so that every view stays in sight.
 */
export function dotsOf(scores: readonly { score: number; isResidents: boolean }[]): Dot[] {
	const piles = Map.groupBy(scores, ({ score }) => score);
	return [...piles].flatMap(([score, pile]) => {
		const step = Math.min(picture.step, (picture.base - 6) / Math.max(pile.length - 1, 1));
		return pile.map(({ isResidents }, at) => ({
			x: placeOf(score),
			y: picture.base - at * step,
			isResidents,
		}));
	});
}
