import { naturalGroups } from './natural-breaks.ts';

/**
 * How values are cut into classes: about as many values in each; steps of the same width; or where values lie apart
 * (see `naturalGroups`).
 */
export const CLASS_METHODS = ['quantiles', 'equal', 'natural'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** One class of values, in the unit of the values. */
export interface ValueClass {
	/** The lowest and highest value in it; null when it is empty. */
	lowest: number | null;
	highest: number | null;
	/** How many values fall in it. */
	count: number;
}

/** Values cut into classes, from low to high. */
export interface Classes {
	/** Where each class but the first begins; a value that equals a break belongs to the class above it. */
	breaks: readonly number[];
	/** One more than there are breaks; none for no values. */
	classes: readonly ValueClass[];
}

export interface ClassChoice {
	method: ClassMethod;
	/** How many classes are wanted, 1 or more; there are fewer when the values do not fill them. */
	count: number;
	/**
	 * Cuts at this value as well, with classes as wide below it as above it: for colours that run away from a middle.
	 * `count` is then rounded up to an even number, and classes may be empty.
	 */
	around?: number | null;
}

/**
 * Cuts values into classes. Takes finite numbers in any order and leaves out what is no finite number. With quantiles
 * and natural breaks equal values always share a class and no class is empty; equal steps may leave some empty.
 */
export function classesOf(values: Iterable<number>, choice: ClassChoice): Classes {
	const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
	if (sorted.length === 0) return { breaks: [], classes: [] };
	const numbers = [...sorted];
	const breaks =
		choice.around === undefined || choice.around === null
			? breaksOf(numbers, choice.method, choice.count)
			: breaksAround(numbers, choice.method, choice.count, choice.around);
	return { breaks, classes: filled(numbers, breaks) };
}

/** The class of a value, from 0: how many breaks lie at or below it. */
export function classOf(value: number, breaks: readonly number[]): number {
	let low = 0;
	let high = breaks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (breaks[middle]! <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}

function breaksOf(sorted: readonly number[], method: ClassMethod, count: number): number[] {
	switch (method) {
		case 'quantiles':
			return quantileBreaks(sorted, count);
		case 'equal':
			return equalBreaks(sorted[0]!, sorted.at(-1)!, count);
		case 'natural':
			return naturalGroups(sorted, count)
				.slice(1)
				.map((begin) => sorted[begin]!);
	}
}

/** Each break is a value itself, so that what is equal stays together and nothing is empty. */
function quantileBreaks(sorted: readonly number[], count: number): number[] {
	const breaks: number[] = [];
	for (let part = 1; part < count; part += 1) {
		const value = sorted[Math.round((sorted.length * part) / count)];
		if (value !== undefined && value > (breaks.at(-1) ?? sorted[0]!)) breaks.push(value);
	}
	return breaks;
}

function equalBreaks(lowest: number, highest: number, count: number): number[] {
	if (lowest === highest) return [];
	const breaks = Array.from(
		{ length: count - 1 },
		(_, part) => lowest + ((part + 1) * (highest - lowest)) / count,
	);
	// Steps too small for the numbers to tell apart are one step.
	return breaks.filter((value, index) => value > (breaks[index - 1] ?? lowest));
}

function breaksAround(
	sorted: readonly number[],
	method: ClassMethod,
	count: number,
	around: number,
): number[] {
	const side = Math.max(1, Math.ceil(count / 2));
	const distances = sorted.map((value) => Math.abs(value - around)).toSorted((a, b) => a - b);
	// Measured from the middle itself: equal steps begin there.
	const steps = breaksOf([0, ...distances], method, side).filter((step) => step > 0);
	const below = steps.map((step) => around - step).toReversed();
	return [...below, around, ...steps.map((step) => around + step)];
}

function filled(sorted: readonly number[], breaks: readonly number[]): ValueClass[] {
	const classes: ValueClass[] = Array.from({ length: breaks.length + 1 }, () => ({
		lowest: null,
		highest: null,
		count: 0,
	}));
	for (const value of sorted) {
		const one = classes[classOf(value, breaks)]!;
		one.lowest ??= value;
		one.highest = value;
		one.count += 1;
	}
	return classes;
}
