import { indicatorOf } from './catalogue.ts';
import type { Measured } from './measured.ts';
import type { SeriesFacts } from './series.ts';

/** Counted in the surroundings of an address, and then an average: not what is in the area. */
const isAround = /gemiddeld|binnen|afstand|average|within|distance/i;

/**
 * Whether the values of areas together are the value of the whole: counts and surfaces. Averages, percentages and
 * scores are not, nor is what is counted around each address.
 */
export function mayBeAddedUp({
	indicator,
	unit,
	title,
}: Pick<SeriesFacts, 'indicator' | 'unit' | 'title'>): boolean {
	const known = indicatorOf(indicator);
	const isCounted = ['aantal', 'ha'].includes((known?.unit.nl ?? unit).trim().toLowerCase());
	return isCounted && !isAround.test(`${known?.name.nl ?? ''} ${title}`);
}

/**
 * The counts of the parts as that of the whole. One that is missing makes the whole missing, with its reason. The bounds
 * of margins are added up as well: wider than need be where the parts are independent, never too narrow. A part without
 * a margin counts as it stands.
 */
export function addedUp(parts: readonly Measured[]): Measured {
	let value = 0;
	let [lower, upper, hasMargin, isUncertain] = [0, 0, false, false];
	for (const part of parts) {
		if ('missing' in part) return { missing: part.missing };
		value += part.value;
		lower += part.lower ?? part.value;
		upper += part.upper ?? part.value;
		hasMargin ||= part.lower !== undefined && part.upper !== undefined;
		isUncertain ||= part.isUncertain === true;
	}
	return { value, ...(hasMargin && { lower, upper }), ...(isUncertain && { isUncertain }) };
}
