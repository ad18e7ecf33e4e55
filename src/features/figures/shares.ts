import { indicatorOf } from './catalogue.ts';
import type { Measured } from './measured.ts';

/**
 * A count as a part of the total that it belongs to, in percent: a count says how large an area is, its share can be put
 * beside that of another. Both are published figures of one publication; ours is only the division. CBS rounds counts of
 * wijken and buurten to multiples of 5, so that a share of a small area is an approximation.
 */
export interface Share {
	/** The indicator of the total. */
	of: string;
	own: number | null;
	municipality: number | null;
	country: number | null;
	/** In the comparable areas: the middle, and of how many. */
	comparable: { middle: number; count: number } | null;
}

/** What a share is made of: a line of a profile is one. */
interface Counted extends Placed {
	own: Measured | null;
	municipality: Measured | null;
	country: Measured | null;
}

interface Placed {
	indicator: string | null;
	publicationId: string;
}

/** The line that a line is a part of: of the same publication, after the catalogue (`shareOf`). */
export function wholeOf<Line extends Placed>(line: Line, lines: readonly Line[]): Line | null {
	const of = indicatorOf(line.indicator)?.shareOf;
	if (!of) return null;
	return lines.find(({ indicator, publicationId }) => indicator === of && publicationId === line.publicationId) ?? null; // prettier-ignore
}

/** The share of a line of a profile in its whole; what comparable areas have is left to whoever knows them. */
export function shareOf(line: Counted, whole: Counted | null): Share | null {
	if (!whole?.indicator) return null;
	const share = (who: 'own' | 'municipality' | 'country') => percent(line[who], whole[who]);
	return {
		of: whole.indicator,
		own: share('own'),
		municipality: share('municipality'),
		country: share('country'),
		comparable: null,
	};
}

function percent(part: Measured | null, whole: Measured | null): number | null {
	if (!part || !whole || 'missing' in part || 'missing' in whole) return null;
	return whole.value > 0 ? (100 * part.value) / whole.value : null;
}
