import type { ModelRelation } from './disclosure-model.ts';

/** Which counts stand in which sums, both ways, laid out flat so that a search runs along arrays. */
export interface SumGraph {
	/** The counts of relation r: `cells[start[r]] … cells[start[r + 1] - 1]`, and what they weigh in it: part 1, total −1. */
	start: Int32Array;
	cells: Int32Array;
	weights: Int8Array;
	/** The other relation of each of those counts and its weight in it: −1 when it has none, −2 when it has several. */
	others: Int32Array;
	weightsThere: Int8Array;
	/** The relations of count c, in the same way. */
	startOf: Int32Array;
	relations: Int32Array;
	weightsOf: Int8Array;
	/** The counts that stand in one relation only. */
	loose: readonly number[];
	/** Whether no count stands in more than two. */
	isNetwork: boolean;
}

/** The sums of a table as a graph; those that follow from others are left out. */
export function sumGraph(counts: number, relations: readonly ModelRelation[]): SumGraph {
	const kept = withoutRepeated(relations);
	const start = new Int32Array(kept.length + 1);
	const startOf = new Int32Array(counts + 1);
	for (const [index, { total, parts }] of kept.entries()) {
		start[index + 1] = start[index]! + parts.length + 1;
		for (const cell of [total, ...parts]) startOf[cell + 1]! += 1;
	}
	for (let cell = 0; cell < counts; cell += 1) startOf[cell + 1]! += startOf[cell]!;
	const size = start[kept.length]!;
	const [cells, weights] = [new Int32Array(size), new Int8Array(size)];
	const [relationsOf, weightsOf] = [new Int32Array(size), new Int8Array(size)];
	const next = startOf.slice();
	for (const [index, { total, parts }] of kept.entries()) {
		for (const [offset, cell] of [total, ...parts].entries()) {
			const weight = offset === 0 ? -1 : 1;
			cells[start[index]! + offset] = cell;
			weights[start[index]! + offset] = weight;
			relationsOf[next[cell]!] = index;
			weightsOf[next[cell]!] = weight;
			next[cell]! += 1;
		}
	}
	const loose = Array.from({ length: counts }, (_, cell) => cell).filter(
		(cell) => startOf[cell + 1]! - startOf[cell]! === 1,
	);
	const isNetwork = startOf.every((first, cell) => cell === 0 || first - startOf[cell - 1]! <= 2);
	const others = new Int32Array(size).fill(-1);
	const weightsThere = new Int8Array(size);
	for (const relation of kept.keys()) {
		for (let index = start[relation]!; index < start[relation + 1]!; index += 1) {
			const first = startOf[cells[index]!]!;
			const sums = startOf[cells[index]! + 1]! - first;
			if (sums > 2) others[index] = -2;
			if (sums !== 2) continue;
			const other = relationsOf[first] === relation ? first + 1 : first;
			others[index] = relationsOf[other]!;
			weightsThere[index] = weightsOf[other]!;
		}
	}
	return {
		start,
		cells,
		weights,
		others,
		weightsThere,
		startOf,
		relations: relationsOf,
		weightsOf,
		loose,
		isNetwork,
	};
}

/**
 * Leaves out sums that say nothing new, so that a count stands in as few as possible (in a table of areas within areas
 * by categories in two, which makes it a network):
 * - the same sum twice;
 * - a total over categories of a large area, when each small area within it has that total too and every category adds
 *   up over the same small areas.
 */
export function withoutRepeated(relations: readonly ModelRelation[]): readonly ModelRelation[] {
	const distinct = [...new Map(relations.map((one) => [keyOf(one), one])).values()];
	const byTotal = new Map<number, ModelRelation[]>();
	for (const one of distinct) byTotal.set(one.total, [...(byTotal.get(one.total) ?? []), one]);
	const reasons = new Map<ModelRelation, readonly ModelRelation[]>();
	for (const one of fromSmallToLarge(distinct, byTotal)) {
		const found = followsFrom(one, byTotal);
		if (found && !restsOn(found, one, reasons)) reasons.set(one, found);
	}
	return distinct.filter((one) => !reasons.has(one));
}

/** Sums with the fewest levels below their total first. */
function fromSmallToLarge(
	relations: readonly ModelRelation[],
	byTotal: ReadonlyMap<number, readonly ModelRelation[]>,
): readonly ModelRelation[] {
	const levels = new Map<number, number>();
	const levelOf = (cell: number): number => {
		const known = levels.get(cell);
		if (known !== undefined) return known;
		levels.set(cell, 0);
		const parts = (byTotal.get(cell) ?? []).flatMap((sum) => sum.parts);
		const level = parts.reduce((highest, part) => Math.max(highest, levelOf(part) + 1), 0);
		levels.set(cell, level);
		return level;
	};
	return relations.toSorted((a, b) => levelOf(a.total) - levelOf(b.total));
}

/** Whether sums follow, in the end, from a certain one. */
function restsOn(
	sums: readonly ModelRelation[],
	wanted: ModelRelation,
	reasons: ReadonlyMap<ModelRelation, readonly ModelRelation[]>,
): boolean {
	const reached = new Set(sums);
	for (const sum of reached) for (const reason of reasons.get(sum) ?? []) reached.add(reason);
	return reached.has(wanted);
}

/** The sums from which a sum follows, when every total and part of it is itself a sum over the same places. */
function followsFrom(
	one: ModelRelation,
	byTotal: ReadonlyMap<number, readonly ModelRelation[]>,
): readonly ModelRelation[] | null {
	const sumsOf = (cell: number) => (byTotal.get(cell) ?? []).filter((sum) => sum !== one);
	for (const across of sumsOf(one.total)) {
		// Each part of the other sum has as many categories as this one …
		const rows = rowsOf(across.parts.map(sumsOf), one.parts.length);
		if (!rows) continue;
		const rowOf = new Map(rows.flatMap((row, index) => row.parts.map((part) => [part, index])));
		// … and each category adds up over these parts, taking one from each.
		const takesOneOfEach = ({ parts }: ModelRelation) =>
			parts.length === rows.length &&
			parts.every((cell) => rowOf.has(cell)) &&
			new Set(parts.map((cell) => rowOf.get(cell))).size === rows.length;
		const columns = one.parts.map((part) => sumsOf(part).find(takesOneOfEach));
		const found = columns.filter((sum) => sum !== undefined);
		const covered = new Set(found.flatMap(({ parts }) => parts));
		if (found.length === columns.length && covered.size === rows.length * columns.length)
			return [across, ...rows, ...found];
	}
	return null;
}

/** For each part the first sum with the wanted number of categories; null when a part has none. */
function rowsOf(
	sums: readonly (readonly ModelRelation[])[],
	length: number,
): readonly ModelRelation[] | null {
	const rows = sums.map((ofPart) => ofPart.find(({ parts }) => parts.length === length));
	const found = rows.filter((row) => row !== undefined);
	return found.length === rows.length ? found : null;
}

function keyOf({ total, parts }: ModelRelation): string {
	return `${total}=${[...parts].sort((a, b) => a - b).join('+')}`;
}
