/** A value with how far it may be off: both ends of its 95% margin, or neither. */
export interface Estimate {
	value: number;
	lower?: number | undefined;
	upper?: number | undefined;
}

/** Whether two estimates differ: by more than their margins, not so, or it cannot be told since neither has a margin. */
export type MarginVerdict = 'beyond_margin' | 'within_margin' | 'no_margin';

/**
 * The margin of the difference between two independent estimates, in their unit: put together from the sides of both
 * margins that face each other (MOVER: G.Y. Zou and A. Donner, Construction of confidence limits about effect measures,
 * Statistics in Medicine 27, 2008, section 2). Of two estimates of which one has no margin, that one is taken as exact;
 * null when neither has one.
 */
export function marginOfDifference(one: Estimate, other: Estimate): number | null {
	if (!hasMargin(one) && !hasMargin(other)) return null;
	const [high, low] = one.value >= other.value ? [one, other] : [other, one];
	const below = high.value - (high.lower ?? high.value);
	const above = (low.upper ?? low.value) - low.value;
	return Math.hypot(below, above);
}

/**
 * Whether the difference between two independent estimates is larger than its own margin (`marginOfDifference`): two
 * margins that touch are no proof that nothing differs, so this says less often "within" than looking whether they
 * overlap.
 */
export function differsBeyondMargin(one: Estimate, other: Estimate): MarginVerdict {
	const margin = marginOfDifference(one, other);
	if (margin === null) return 'no_margin';
	return Math.abs(one.value - other.value) > margin ? 'beyond_margin' : 'within_margin';
}

/** Whether both ends of a margin are known. */
export function hasMargin({ lower, upper }: Estimate): boolean {
	return lower !== undefined && upper !== undefined;
}

const z = 1.959_963_985;

/**
 * The 95% margin of a share (0–100) that a sample gave, from how many out of how many said so: the score interval of
 * E.B. Wilson (Probable inference, Journal of the American Statistical Association 22, 1927), which also holds near 0
 * and 100. Undefined without people.
 */
export function marginOfShare(
	numerator: number,
	denominator: number,
): { lower: number; upper: number } | undefined {
	if (!(denominator > 0) || numerator < 0 || numerator > denominator) return undefined;
	const share = numerator / denominator;
	const spread = z ** 2 / denominator;
	const centre = share + spread / 2;
	const reach = z * Math.sqrt((share * (1 - share)) / denominator + spread / (4 * denominator));
	return {
		lower: (100 * (centre - reach)) / (1 + spread),
		upper: (100 * (centre + reach)) / (1 + spread),
	};
}
