import { linearExtremes } from './linear-extremes.ts';

/** What somebody knows of a table that was published, and wants to know more of. */
export interface Knowledge {
	/** What each count can be by itself; both the same when it is known. Whole numbers; Infinity when it has no limit. */
	cells: readonly { id: string; lowest: number; highest: number }[];
	/** Sums that hold: which counts weigh how much, and between which numbers the whole lies. */
	sums: readonly KnownSum[];
}

export interface KnownSum {
	weights: ReadonlyMap<string, number>;
	lowest: number;
	highest: number;
}

/** Between which whole numbers a count must lie. */
export interface Range {
	lowest: number;
	highest: number;
}

/** A total is the sum of its parts. */
export function sumOfParts(total: string, parts: readonly string[]): KnownSum {
	return {
		weights: new Map([[total, -1], ...parts.map((part) => [part, 1] as const)]),
		lowest: 0,
		highest: 0,
	};
}

/** A percentage that was rounded to whole percents: the part lies within half a percent of the base around it. */
export function roundedPercentage(part: string, base: string, percentage: number): KnownSum[] {
	return [
		{ weights: new Map([[part, 200], [base, -(2 * percentage - 1)]]), lowest: 0, highest: Infinity }, // prettier-ignore
		{ weights: new Map([[part, 200], [base, -(2 * percentage + 1)]]), lowest: -Infinity, highest: 0 }, // prettier-ignore
	];
}

/**
 * Everything that follows about each count by narrowing: each sum bounds each of its counts by the others, over and over
 * until nothing changes. Quick, for tables of any size; misses what only several sums together tell. Null when the
 * knowledge contradicts itself.
 */
export function narrow({ cells, sums }: Knowledge): Map<string, Range> | null {
	const ranges = new Map(cells.map(({ id, lowest, highest }) => [id, { lowest, highest }]));
	const sumsOf = new Map<string, KnownSum[]>();
	for (const sum of sums)
		for (const id of sum.weights.keys()) sumsOf.set(id, [...(sumsOf.get(id) ?? []), sum]);
	const waiting = new Set(sums);
	for (const sum of waiting) {
		waiting.delete(sum);
		for (const id of narrowBy(sum, ranges)) for (const other of sumsOf.get(id) ?? []) waiting.add(other); // prettier-ignore
		for (const id of sum.weights.keys()) {
			const { lowest, highest } = rangeOf(ranges, id);
			if (lowest > highest) return null;
		}
	}
	return ranges;
}

/** Narrows the counts of one sum; gives those of which more is known now. */
function narrowBy({ weights, lowest, highest }: KnownSum, ranges: Map<string, Range>): string[] {
	const changed: string[] = [];
	for (const [id, weight] of weights) {
		const range = rangeOf(ranges, id);
		let [least, most] = [0, 0];
		for (const [other, by] of weights) {
			if (other === id) continue;
			const { lowest: low, highest: high } = rangeOf(ranges, other);
			least += by > 0 ? by * low : by * high;
			most += by > 0 ? by * high : by * low;
		}
		const [from, to] = [(lowest - most) / weight, (highest - least) / weight];
		const low = Math.max(range.lowest, Math.ceil(Math.min(from, to) - 1e-9));
		const high = Math.min(range.highest, Math.floor(Math.max(from, to) + 1e-9));
		if (low === range.lowest && high === range.highest) continue;
		ranges.set(id, { lowest: low, highest: high });
		changed.push(id);
		if (low > high) break;
	}
	return changed;
}

/**
 * The counts that the sums alone determine, with no regard to what a count can be: those that linear algebra gives
 * exactly (Gaussian elimination, in numbers modulo a prime so that nothing is rounded off). Of sums that lie between two
 * numbers nothing follows exactly, so they are left out.
 */
export function determined({ cells, sums }: Knowledge): Set<string> {
	const unknown = new Map(
		cells
			.filter(({ lowest, highest }) => lowest !== highest)
			.map(({ id }, index) => [id, index] as const),
	);
	const names = [...unknown.keys()];
	const exact = sums.filter(({ lowest, highest }) => lowest === highest);
	const rows = exact.map(({ weights }) => {
		const row = new Map<number, number>();
		for (const [id, weight] of weights) {
			const column = unknown.get(id);
			if (column !== undefined) row.set(column, modulo(weight));
		}
		return row;
	});
	return new Set(reduced(rows).filter((row) => row.size === 1).flatMap((row) => [...row.keys()].map((column) => names[column]!))); // prettier-ignore
}

/** The rows in reduced form: each is solved for an unknown that no other row holds. */
function reduced(rows: readonly Map<number, number>[]): Map<number, number>[] {
	const solved = new Map<number, Map<number, number>>();
	for (const row of rows) {
		for (const [column, pivot] of solved) addTimes(row, pivot, -(row.get(column) ?? 0));
		const first = row.entries().next();
		if (first.done) continue;
		const [column, value] = first.value;
		const inverse = inverseOf(value);
		for (const [at, weight] of row) row.set(at, times(weight, inverse));
		for (const other of solved.values()) addTimes(other, row, -(other.get(column) ?? 0));
		solved.set(column, row);
	}
	return [...solved.values()];
}

/** Small enough that products stay whole numbers in a double, large enough that nothing vanishes by chance. */
const PRIME = 67_108_859;

function modulo(value: number): number {
	return ((value % PRIME) + PRIME) % PRIME;
}

function times(a: number, b: number): number {
	return modulo(a * b);
}

function addTimes(
	target: Map<number, number>,
	row: ReadonlyMap<number, number>,
	factor: number,
): void {
	if (factor === 0) return;
	for (const [column, value] of row) {
		const now = modulo((target.get(column) ?? 0) + times(value, modulo(factor)));
		if (now === 0) target.delete(column);
		else target.set(column, now);
	}
}

/** By Fermat: a^(p − 2). */
function inverseOf(value: number): number {
	let [result, base, exponent] = [1, value, PRIME - 2];
	for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
		if (exponent % 2 === 1) result = times(result, base);
		base = times(base, base);
	}
	return result;
}

/**
 * All that follows about each count from everything together, fractions allowed: the smallest and the largest value by
 * linear programming, after narrowing. For small tables, up to some hundreds of unknown counts. Null when the knowledge
 * contradicts itself.
 */
export function extremes(knowledge: Knowledge): Map<string, Range> | null {
	const ranges = narrow(knowledge);
	if (!ranges) return null;
	const open = [...ranges].filter(([, { lowest, highest }]) => lowest !== highest);
	const placeOf = new Map(open.map(([id], index) => [id, index]));
	const rows: { coefficients: Map<number, number>; sum: number }[] = [];
	const limits = open.map(([, { lowest, highest }]) => highest - lowest);
	for (const { weights, lowest, highest } of knowledge.sums) {
		const coefficients = new Map<number, number>();
		let known = 0;
		for (const [id, weight] of weights) {
			known += weight * rangeOf(ranges, id).lowest;
			const place = placeOf.get(id);
			if (place !== undefined) coefficients.set(place, weight);
		}
		if (coefficients.size === 0) continue;
		// A sum between two numbers is an exact one with room to spare.
		const isFromBelow = lowest !== -Infinity;
		if (lowest !== highest) {
			coefficients.set(limits.length, isFromBelow ? -1 : 1);
			limits.push(highest - lowest);
		}
		rows.push({ coefficients, sum: (isFromBelow ? lowest : highest) - known });
	}
	const found = linearExtremes(
		{ unknowns: limits.length, rows, highest: limits },
		open.map((_, index) => index),
	);
	if (!found) return null;
	for (const [index, [id, { lowest }]] of open.entries())
		ranges.set(id, {
			lowest: lowest + Math.ceil(found[index]!.lowest - 1e-6),
			highest: lowest + Math.floor(found[index]!.highest + 1e-6),
		});
	return ranges;
}

function rangeOf(ranges: ReadonlyMap<string, Range>, id: string): Range {
	const range = ranges.get(id);
	if (!range) throw new RangeError(`Nothing is said about ${id}`);
	return range;
}
