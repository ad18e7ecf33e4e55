/**
 * Why there is no value. Publishers tell these apart, and so do we; none of them is 0, and none may enter an average. The
 * number that is stored in `area_figures.missing` is the place in this list, from 1; 0 is where there is a value.
 * - `not_published`: this table does not (yet) hold it (`null`, or nothing between two separators).
 * - `unknown_or_secret`: unknown, too unreliable or secret (`.`).
 * - `cannot_occur`: it cannot occur logically (a blank).
 * - `suppressed`: left out of a map file by its maker (−99995, −99997 and their longer kin) or, in old tables, secret (`x`).
 * - `too_small`: not shown by our own rule (own counts, `statistics/disclosure`).
 * - `not_measured`: nobody measured it for this area or period.
 */
export const missingTexts = [
	'not_published',
	'unknown_or_secret',
	'cannot_occur',
	'suppressed',
	'too_small',
	'not_measured',
] as const;

/** One of the reasons why there is no value. */
export type MissingText = (typeof missingTexts)[number];

/**
 * A value with what the publisher says beside it (a margin from `lower` to `upper`, the count and the base behind a
 * percentage), or the reason why there is none. `isUncertain`: an own figure on a base under 100.
 */
export type Measured =
	| {
			value: number;
			lower?: number;
			upper?: number;
			numerator?: number;
			denominator?: number;
			isUncertain?: true;
	  }
	| { missing: MissingText };

/** One element of each array of `area_figures`, as it comes out of the database. */
export interface MeasuredCells {
	value: number | null;
	missing: number | null;
	lower?: number | null;
	upper?: number | null;
	numerator?: number | null;
	denominator?: number | null;
}

/** Figures of an own file are uncertain on a base under this. */
const firmBase = 100;

/** The cells as one thing. Of an area that the publication does not hold there are none: it was not measured. */
export function measuredOf(cells: MeasuredCells, isOwn: boolean): Measured {
	const { value, missing, lower, upper, numerator, denominator } = cells;
	if (value === null) return { missing: missingTexts[(missing || 6) - 1] as MissingText };
	const isUncertain = isOwn && typeof denominator === 'number' && denominator < firmBase;
	return {
		value,
		...(typeof lower === 'number' && { lower }),
		...(typeof upper === 'number' && { upper }),
		...(typeof numerator === 'number' && { numerator }),
		...(typeof denominator === 'number' && { denominator }),
		...(isUncertain && { isUncertain }),
	};
}
