import type { ModelRelation, TableModel } from './disclosure-model.ts';

/** A part of a table that no sum links to the rest, with places of its own. */
export interface TablePart extends Omit<TableModel, 'countOf' | 'restsOn'> {
	/** For each place in the part the place in the whole table. */
	places: readonly number[];
}

/**
 * Splits a table into parts that have no sum in common (years, mostly): what is hidden in one cannot tell anything about
 * another. Counts that stand in no sum at all are left out.
 */
export function unlinkedParts(model: TableModel): TablePart[] {
	const { counts, relations } = model;
	const leader = Int32Array.from(counts, (_, cell) => cell);
	const leaderOf = (cell: number) => {
		let top = cell;
		while (leader[top] !== top) top = leader[top]!;
		for (let at = cell; at !== top;) [at, leader[at]] = [leader[at]!, top];
		return top;
	};
	for (const { total, parts } of relations)
		for (const part of parts) leader[leaderOf(part)] = leaderOf(total);

	const groups = new Map<number, { places: number[]; relations: ModelRelation[] }>();
	for (const one of relations) {
		const group = groups.get(leaderOf(one.total)) ?? { places: [], relations: [] };
		groups.set(leaderOf(one.total), group);
		group.relations.push(one);
	}
	const local = new Int32Array(counts.length);
	for (const cell of counts.keys()) {
		const group = groups.get(leaderOf(cell));
		if (group) local[cell] = group.places.push(cell) - 1;
	}
	return [...groups.values()].map(({ places, relations: own }) => ({
		places,
		counts: places.map((cell) => counts[cell]!),
		relations: own.map(({ total, parts }) => ({
			total: local[total]!,
			parts: parts.map((part) => local[part]!),
		})),
		isSmall: taken(model.isSmall, places),
		isOpen: taken(model.isOpen, places),
		isFixed: taken(model.isFixed, places),
		wasHidden: taken(model.wasHidden, places),
	}));
}

function taken(marks: Uint8Array, places: readonly number[]): Uint8Array {
	return Uint8Array.from(places, (cell) => marks[cell]!);
}
