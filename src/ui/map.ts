import type { MapShape } from './map-paths.ts';

/** A place on a map. */
export interface MapPlace {
	id: string;
	name: string;
	shape: MapShape;
	/** Its class, from 0; null where it has no value. */
	step: number | null;
	/** Its value in words, or why it has none. */
	text: string;
	/** Where a click leads. */
	href?: string | undefined;
}

/** A line of the legend. */
export interface MapStep {
	label: string;
	/** How many places it holds. */
	count: number;
}

/** Up to so many places each is a stop of the tab key: the municipalities of the country, not its wijken. */
export const MOST_LINKS = 400;
