import type { CountCell, PercentageCell, SumRelation, TableCell } from './disclosure-cells.ts';
import { isSmallCount, LARGEST_COUNT, showPercentage } from './disclosure.ts';

/** A sum between counts, by their places in the model. */
export interface ModelRelation {
	total: number;
	parts: readonly number[];
}

/**
 * A table as numbers: every count has a place, those that nobody wrote down too (the rest of a base, the rest that a
 * sum leaves out), and percentages have become the sums that they say: base = part + rest.
 */
export interface TableModel {
	counts: readonly CountCell[];
	relations: readonly ModelRelation[];
	/** 1 for a count that may not be found. */
	isSmall: Uint8Array;
	/** 1 for a count that readers would see, or could work out from a percentage, if nothing were hidden to protect others. */
	isOpen: Uint8Array;
	/** 1 for a count that everybody knows whatever we do; hiding it helps nobody. */
	isFixed: Uint8Array;
	/** 1 for a count that an earlier version hid. */
	wasHidden: Uint8Array;
	/** The count of a cell with this id (RangeError when there is none). */
	countOf(id: string): number;
	/** The places of the counts that a cell gives away when it is shown: its own, or part, base and rest. */
	restsOn(cell: TableCell): readonly number[];
}

/** The table as a model; throws a RangeError for a mistake in the cells or the relations. */
export function modelOf(
	cells: readonly TableCell[],
	relations: readonly SumRelation[],
): TableModel {
	const counts: CountCell[] = [];
	const places = new Map<string, number>();
	const ids = new Set<string>();
	for (const cell of cells) {
		if (ids.has(cell.id)) throw new RangeError(`Two cells are called ${cell.id}`);
		ids.add(cell.id);
		if ('count' in cell) places.set(cell.id, counts.push(checked(cell)) - 1);
	}
	const placeOf = (id: string) => {
		const place = places.get(id);
		if (place === undefined) throw new RangeError(`No count is called ${id}`);
		return place;
	};
	// What is left of a count is called as that count: nobody gave it a name of its own.
	const addRest = (whole: number, parts: readonly number[]) => {
		const { id } = counts[whole]!;
		const count = parts.reduce((left, part) => left - counts[part]!.count, counts[whole]!.count);
		const isSensitive = parts.some((part) => counts[part]!.isSensitive);
		return counts.push({ id, count, isSensitive, isPublished: false }) - 1;
	};
	const sums = relations.map((relation) => {
		const [total, parts] = [placeOf(relation.total), relation.parts.map(placeOf)];
		if (new Set([total, ...parts]).size <= parts.length)
			throw new RangeError(`A cell stands twice in the sum of ${relation.total}`);
		const isWhole = relation.isComplete !== false;
		const left = parts.reduce((sum, part) => sum - counts[part]!.count, counts[total]!.count);
		return { total, parts: isWhole || left < 0 ? parts : [...parts, addRest(total, parts)] };
	});
	const rests = new Map<string, readonly number[]>();
	const byPair = new Map<string, readonly number[]>();
	for (const cell of cells) {
		if ('count' in cell) continue;
		const key = JSON.stringify([cell.part, cell.base]);
		const known = byPair.get(key) ?? restOf(cell);
		byPair.set(key, known);
		rests.set(cell.id, known);
	}
	function restOf({ part, base }: PercentageCell): readonly number[] {
		const [above, below] = [placeOf(part), placeOf(base)];
		if (above === below) return [above];
		if (counts[above]!.count > counts[below]!.count)
			throw new RangeError(`${part} is larger than ${base}, of which it is to be a part`);
		const rest = addRest(below, [above]);
		sums.push({ total: below, parts: [above, rest] });
		return [above, below, rest];
	}
	const isOpen = Uint8Array.from(counts, ({ isPublished }) => Number(isPublished !== false));
	for (const cell of cells) {
		if ('count' in cell) continue;
		// By what the team may see, for both: a member of the team reads what the public sees too.
		const [part, base] = [counts[placeOf(cell.part)]!.count, counts[placeOf(cell.base)]!.count];
		if (showPercentage(part, base, 'team').kind !== 'percentage') continue;
		for (const place of rests.get(cell.id) ?? []) isOpen[place] = 1;
	}
	return {
		counts,
		relations: sums,
		isSmall: Uint8Array.from(counts, (cell) =>
			Number(cell.isSensitive && !cell.isKnownAnyway && isSmallCount(cell.count)),
		),
		isOpen,
		isFixed: Uint8Array.from(counts, ({ isKnownAnyway }) => Number(isKnownAnyway ?? false)),
		wasHidden: new Uint8Array(counts.length),
		countOf: (id) => counts[placeOf(id)]!.count,
		restsOn: (cell) => ('count' in cell ? [placeOf(cell.id)] : (rests.get(cell.id) ?? [])),
	};
}

function checked(cell: CountCell): CountCell {
	if (Number.isInteger(cell.count) && cell.count >= 0 && cell.count <= LARGEST_COUNT) return cell;
	throw new RangeError(`The count of ${cell.id} is no whole number from 0 to ${LARGEST_COUNT}`);
}
