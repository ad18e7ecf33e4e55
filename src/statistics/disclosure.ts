/**
 * What may be shown of our own counts (answers, observations, participants; never of published
 * figures, which their publisher has already protected). Pure: numbers in, what to show out.
 *
 * These are the rules for a count or percentage by itself. They do not prevent that a hidden cell of
 * a table is found as the difference between a total and the other cells: a table goes through
 * `protectTable` (disclosure-table.ts), which applies these rules first.
 */

/** Who will see it: anybody, or the people who work in the trajectory. */
export type Audience = 'public' | 'team';

/** Counts below this one are never shown as they are; neither is 0, which says "nobody" of all. */
const SMALLEST_SHOWN_COUNT = 10;

/** The largest count that is too small to be shown: what is hidden may be anything from 0 to this. */
export const LARGEST_HIDDEN_COUNT = SMALLEST_SHOWN_COUNT - 1;

/** The largest count that is reckoned with: whoever searches other tables adds such numbers up in 32 bits. */
export const LARGEST_COUNT = 1_000_000_000;

/** Other counts are rounded to a multiple of this. */
const COUNT_STEP = 5;

/** The smallest base of a percentage, in persons or answers. */
const SMALLEST_BASE: Readonly<Record<Audience, number>> = { public: 100, team: 30 };

/** A count as it may be shown. */
export type ShownCount = { kind: 'fewer-than-10' } | { kind: 'rounded'; value: number };

/** A percentage as it may be shown, or the reason why it may not. */
export type ShownPercentage =
	| {
			kind: 'percentage';
			/** Whole percents, 0–100. */
			value: number;
			/** True when the base is too small for the public; say so beside the number. */
			uncertain: boolean;
	  }
	| { kind: 'base-too-small'; smallestBase: number }
	/** The part, or all others together, are fewer than 10: the percentage would give them away. */
	| { kind: 'part-too-small' };

/**
 * A count as it may be shown: under 10 as "fewer than 10", any other rounded to the nearest 5.
 * Takes a whole number ≥ 0; anything else is a mistake of the caller (RangeError).
 */
export function showCount(count: number): ShownCount {
	requireCount(count);
	if (isSmallCount(count)) return { kind: 'fewer-than-10' };
	return { kind: 'rounded', value: Math.round(count / COUNT_STEP) * COUNT_STEP };
}

/**
 * A percentage as it may be shown: `part` of `base`, in whole percents. It needs a base of 100 for
 * the public; the team sees it from 30, marked as uncertain below 100. A percentage of a part that
 * is itself hidden (fewer than 10, or fewer than 10 others) is hidden too, since base × percentage
 * would bring it back. Takes whole numbers with 0 ≤ part ≤ base (RangeError otherwise).
 */
export function showPercentage(part: number, base: number, audience: Audience): ShownPercentage {
	requireCount(part);
	requireCount(base);
	if (part > base) throw new RangeError('A part cannot be larger than its base');
	const smallestBase = SMALLEST_BASE[audience];
	if (base < smallestBase) return { kind: 'base-too-small', smallestBase };
	if (isSmallCount(part) || isSmallCount(base - part)) return { kind: 'part-too-small' };
	const value = Math.round((100 * part) / base);
	return { kind: 'percentage', value, uncertain: base < SMALLEST_BASE.public };
}

/** Whether a count is too small to be shown; 0 is too. */
export function isSmallCount(count: number): boolean {
	return count < SMALLEST_SHOWN_COUNT;
}

function requireCount(count: number): void {
	if (!Number.isSafeInteger(count) || count < 0) {
		throw new RangeError('A count is a whole number of 0 or more');
	}
}
