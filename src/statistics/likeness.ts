import { quantile } from './spread.ts';

/** The middle of a characteristic and the size of an ordinary difference in it; both in its own unit. */
export interface Scaling {
	centre: number;
	scale: number;
}

/** An item that resembles another. */
export interface Neighbour {
	/** Its place in the columns. */
	index: number;
	/** 0 is the same in everything; 1 is an ordinary difference in every characteristic. */
	distance: number;
	/** In how many characteristics both have a value. */
	shared: number;
}

/** The interquartile range of a normal distribution, in standard deviations. */
const NORMAL_IQR = 1.349;

/**
 * Centre and scale of a column, such that a few extreme values hardly move them: the median, and the interquartile
 * range over 1.349, which for a normal distribution is its standard deviation (P.J. Rousseeuw & C. Croux,
 * "Alternatives to the Median Absolute Deviation", Journal of the American Statistical Association 88 (1993), 1273).
 * Where more than half of the values are the same, the range is 0 and the mean absolute deviation from the median
 * takes its place (L. Kaufman & P.J. Rousseeuw, Finding Groups in Data, Wiley 1990, §1.2.1).
 *
 * NaN is a missing value. Gives null for a column that tells nothing apart: no values, or all the same.
 */
export function robustScaling(column: ArrayLike<number>): Scaling | null {
	const known = Float64Array.from(column).filter((value) => !Number.isNaN(value));
	if (known.length === 0) return null;
	known.sort();
	const centre = quantile(known, 0.5);
	const scale = (quantile(known, 0.75) - quantile(known, 0.25)) / NORMAL_IQR;
	if (scale > 0) return { centre, scale };
	const deviation = known.reduce((sum, value) => sum + Math.abs(value - centre), 0) / known.length;
	return deviation > 0 ? { centre, scale: deviation } : null;
}

/** A column in units of an ordinary difference, 0 in the middle; NaN stays NaN. */
export function standardised(
	column: ArrayLike<number>,
	{ centre, scale }: Scaling,
): Float64Array<ArrayBuffer> {
	return Float64Array.from(column, (value) => (value - centre) / scale);
}

/**
 * The items most like the one at `at`, the nearest first; equal distances in the order of the columns.
 *
 * The distance is the root of the mean squared difference over the characteristics in which both have a value:
 * Euclidean distance of standardised variables, with missing ones averaged out (Kaufman & Rousseeuw 1990, §1.2.1,
 * formula 7 and the paragraph on missing values). An item that shares fewer than `least` characteristics is no
 * neighbour, however near it seems: nothing is filled in for what is missing.
 *
 * @param columns standardised characteristics, all of the same length; NaN is missing
 * @param options.count how many to give at most
 * @param options.may whether an item may be a neighbour at all
 */
export function nearest(
	columns: readonly Float64Array[],
	at: number,
	{ count, least, may = () => true }: { count: number; least: number; may?: (index: number) => boolean }, // prettier-ignore
): Neighbour[] {
	const found: Neighbour[] = [];
	const size = columns[0]?.length ?? 0;
	for (let index = 0; index < size; index += 1) {
		if (index === at || !may(index)) continue;
		const one = distanceBetween(columns, at, index);
		if (one.shared < Math.max(1, least)) continue;
		if (found.length === count && one.distance >= found[count - 1]!.distance) continue;
		insert(found, { index, ...one }, count);
	}
	return found;
}

/** Distance and number of shared characteristics of two items; NaN and 0 where they share none. */
export function distanceBetween(
	columns: readonly Float64Array[],
	one: number,
	other: number,
): { distance: number; shared: number } {
	let sum = 0;
	let shared = 0;
	for (const column of columns) {
		const difference = column[one]! - column[other]!;
		if (Number.isNaN(difference)) continue;
		sum += difference * difference;
		shared += 1;
	}
	return { distance: Math.sqrt(sum / shared), shared };
}

/** Puts a neighbour in its place in a short list, which keeps at most `count`. */
function insert(found: Neighbour[], one: Neighbour, count: number): void {
	let place = found.length;
	while (place > 0 && found[place - 1]!.distance > one.distance) place -= 1;
	found.splice(place, 0, one);
	if (found.length > count) found.pop();
}
