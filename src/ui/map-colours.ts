/** Colours that run from little to much, or away from a middle to both sides. */
export type MapPalette = 'sequential' | 'diverging';

/** The most classes that a palette has colours for. */
export const MOST_CLASSES = { sequential: 7, diverging: 6 } as const satisfies Record<
	MapPalette,
	number
>;

/**
 * The tokens of `theme.css` that colour `count` classes, from low to high: spread over the whole palette, so that few
 * classes lie far apart. Throws a RangeError for more classes than there are colours, and for an odd number of classes
 * around a middle.
 */
export function mapColours(palette: MapPalette, count: number): string[] {
	if (count > MOST_CLASSES[palette])
		throw new RangeError(`There are colours for ${MOST_CLASSES[palette]} classes, not ${count}`);
	if (palette === 'sequential') return spread(count, 7).map((step) => `--ui-map-${step}`);
	if (count % 2 === 1) throw new RangeError('Classes around a middle come in pairs');
	const steps = spread(count / 2, 3);
	return [
		...steps.toReversed().map((step) => `--ui-map-low-${step}`),
		...steps.map((step) => `--ui-map-high-${step}`),
	];
}

/** `count` of the steps 1 to `most`, as far apart as can be; one lies in the middle. */
function spread(count: number, most: number): number[] {
	if (count === 1) return [Math.ceil(most / 2)];
	return Array.from({ length: count }, (_, index) =>
		Math.round(1 + (index * (most - 1)) / (count - 1)),
	);
}
