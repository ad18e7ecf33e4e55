import type { ModelRelation } from './disclosure-model.ts';

/** Which counts stand in which sums, both ways, laid out flat so that a search runs along arrays. */
export interface SumGraph {
	/** The counts of relation r: `cells[start[r]] … cells[start[r + 1] - 1]`, and what they weigh in it: part 1, total −1. */
	start: Int32Array;
	cells: Int32Array;
	weights: Int8Array;
	/** The relations of count c, in the same way. */
	startOf: Int32Array;
	relations: Int32Array;
	weightsOf: Int8Array;
	/** The counts that stand in one relation only. */
	loose: readonly number[];
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
	return { start, cells, weights, startOf, relations: relationsOf, weightsOf, loose };
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
	const left = new Set(distinct);
	const needed = new Set<ModelRelation>();
	for (const one of distinct) {
		if (needed.has(one)) continue;
		const reasons = followsFrom(one, byTotal, left);
		if (!reasons) continue;
		left.delete(one);
		for (const reason of reasons) needed.add(reason);
	}
	return distinct.filter((one) => left.has(one));
}

/** The sums from which a sum follows, when every total and part of it is itself a sum over the same places. */
function followsFrom(
	one: ModelRelation,
	byTotal: ReadonlyMap<number, readonly ModelRelation[]>,
	left: ReadonlySet<ModelRelation>,
): readonly ModelRelation[] | null {
	const sumsOf = (cell: number) => (byTotal.get(cell) ?? []).filter((sum) => sum !== one && left.has(sum)); // prettier-ignore
	for (const across of sumsOf(one.total)) {
		// Each part of the other sum has the same categories as this one …
		for (const rows of rowsOf(across.parts.map(sumsOf), one.parts.length)) {
			const rowOf = new Map(rows.flatMap((row, index) => row.parts.map((part) => [part, index])));
			// … and each category adds up over these parts, taking one from each.
			const columns = one.parts.map((part) =>
				sumsOf(part).find(
					(sum) =>
						sum.parts.length === rows.length &&
						new Set(sum.parts.map((cell) => rowOf.get(cell) ?? -1)).size === rows.length &&
						sum.parts.every((cell) => rowOf.has(cell)),
				),
			);
			const found = columns.filter((sum) => sum !== undefined);
			const covered = new Set(found.flatMap(({ parts }) => parts));
			if (found.length === columns.length && covered.size === rowOf.size)
				return [across, ...rows, ...found];
		}
	}
	return null;
}

/** For each part a sum with the wanted number of categories; nothing when a part has none. The first of each will do. */
function rowsOf(sums: readonly (readonly ModelRelation[])[], length: number): ModelRelation[][] {
	const rows = sums.map((ofPart) => ofPart.find(({ parts }) => parts.length === length));
	const found = rows.filter((row) => row !== undefined);
	return found.length === rows.length ? [found] : [];
}

function keyOf({ total, parts }: ModelRelation): string {
	return `${total}=${[...parts].sort((a, b) => a - b).join('+')}`;
}
