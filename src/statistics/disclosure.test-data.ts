import fc from 'fast-check';
import { sumOfParts, type Knowledge } from './disclosure-audit.ts';
import type { CountCell, ProtectedTable, SumRelation } from './disclosure-cells.ts';

/** A table of counts with its sums. */
export interface TestTable {
	cells: CountCell[];
	relations: SumRelation[];
}

/** A dimension of a table: what consists of what. Names are unique within it. */
interface Branch {
	name: string;
	within: Branch[];
}

/** A total with a number of parts, some of which have parts themselves; a single part too. */
function branch(most: number): fc.Arbitrary<Branch> {
	const leaf: Branch = { name: '', within: [] };
	const level = (below: fc.Arbitrary<Branch>) =>
		fc.array(below, { minLength: 1, maxLength: most }).map((within) => ({ name: '', within }));
	return level(fc.oneof({ weight: 3, arbitrary: fc.constant(leaf) }, { weight: 1, arbitrary: level(fc.constant(leaf)) })).map((top) => named(top, '0')); // prettier-ignore
}

function named({ within }: Branch, name: string): Branch {
	return { name, within: within.map((one, index) => named(one, `${name}.${index}`)) };
}

function allOf(top: Branch): Branch[] {
	return [top, ...top.within.flatMap(allOf)];
}

/** Mostly small, sometimes around the limit, sometimes large. */
const smallCount = fc.oneof(
	fc.integer({ min: 0, max: 9 }),
	fc.integer({ min: 0, max: 30 }),
	fc.integer({ min: 0, max: 400 }),
);

/** A table of one to three dimensions with all its totals, filled at random. */
export function randomTable(dimensions: number, most: number): fc.Arbitrary<TestTable> {
	return fc
		.tuple(
			fc.array(branch(most), { minLength: dimensions, maxLength: dimensions }),
			fc.infiniteStream(smallCount),
		) // prettier-ignore
		.map(([tops, counts]) => crossed(tops, () => counts.next().value));
}

/** Every combination of places in the dimensions, and every sum along one of them. */
function crossed(tops: readonly Branch[], next: () => number): TestTable {
	const lists = tops.map(allOf);
	const combinations = lists.reduce<Branch[][]>((before, list) => before.flatMap((one) => list.map((place) => [...one, place])), [[]]); // prettier-ignore
	const relations: SumRelation[] = [];
	for (const places of combinations) {
		for (const [dimension, place] of places.entries()) {
			if (place.within.length === 0) continue;
			const parts = place.within.map((part) => idOf(places.with(dimension, part)));
			relations.push({ total: idOf(places), parts });
		}
	}
	const counts = new Map<string, number>();
	const countOf = (places: readonly Branch[]): number => {
		const known = counts.get(idOf(places));
		if (known !== undefined) return known;
		const split = places.findIndex(({ within }) => within.length > 0);
		const count = split < 0 ? next() : (places[split]?.within ?? []).reduce((sum, part) => sum + countOf(places.with(split, part)), 0); // prettier-ignore
		counts.set(idOf(places), count);
		return count;
	};
	const cells = combinations.map((places) => ({
		id: idOf(places),
		count: countOf(places),
		isSensitive: true,
	}));
	return { cells, relations };
}

function idOf(places: readonly Branch[]): string {
	return places.map(({ name }) => name).join(' ');
}

/** The same table in which some sums are not told and some counts are not published. */
export function withHoles(table: fc.Arbitrary<TestTable>): fc.Arbitrary<TestTable> {
	return fc.tuple(table, holes).map(([one, chosen]) => without(one, chosen));
}

/** Which of the sums and cells of a table are left out; goes round when it is too short. */
export const holes = fc.array(fc.nat(9), { minLength: 7, maxLength: 40 });

/** A table without the sums and counts at which the dice fell low. */
export function without({ cells, relations }: TestTable, dice: readonly number[]): TestTable {
	const isLow = (index: number) => (dice[index % dice.length] ?? 9) <= 1;
	return {
		relations: relations.filter((_, index) => !isLow(index)),
		cells: cells.map((cell, index) => ({ ...cell, isPublished: !isLow(index + 3) })),
	};
}

/** A whole table (no sums left out) with other counts for what is no sum, and the sums that go with them. */
export function refilled(table: TestTable, next: (count: number) => number): TestTable {
	const sums = new Map(table.relations.map(({ total, parts }) => [total, parts]));
	const counts = new Map(
		table.cells.filter(({ id }) => !sums.has(id)).map(({ id, count }) => [id, next(count)]),
	);
	const countOf = (id: string): number =>
		counts.get(id) ?? (sums.get(id) ?? []).reduce((sum, part) => sum + countOf(part), 0);
	return { ...table, cells: table.cells.map((cell) => ({ ...cell, count: countOf(cell.id) })) };
}

/**
 * What somebody knows who has read a table and knows more than we think likely: every shown count exactly, as it was
 * before rounding, and every sum.
 */
export function knowledgeOf(
	{ cells, relations }: TestTable,
	{ shown }: Pick<ProtectedTable, 'shown'>,
): Knowledge {
	return {
		cells: cells.map(({ id, count, isKnownAnyway }) =>
			isKnownAnyway || shown.get(id)?.kind === 'count'
				? { id, lowest: count, highest: count }
				: { id, lowest: 0, highest: Infinity },
		),
		sums: relations.map(({ total, parts }) => sumOfParts(total, parts)),
	};
}
