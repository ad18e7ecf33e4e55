import type { SumRelation } from '#statistics/disclosure-cells.ts';
import type { CountPlace, OwnCounts } from './own-counts.ts';

/** A category that is all others together. */
const isTotal = (category: string) =>
	/^(?:totaal|total|alle|allen|iedereen|all|everyone)\b/i.test(category);

/**
 * Every sum between the counts of an own file that a reader can know: areas within areas, categories within their
 * total, months within their year, and measures that are each other's sum in every row. `children` are the known areas
 * within each area.
 */
export function sumsOf(
	counts: OwnCounts,
	children: ReadonlyMap<string, readonly string[]>,
): SumRelation[] {
	const known = [...counts.places].map(([id, place]) => ({ id, ...place }));
	return [
		...groups(known, ({ of, period, category }) => [of, period, category]).flatMap((group) => ofAreas(group, children)), // prettier-ignore
		...groups(known, ({ of, period, area }) => [of, period, area]).flatMap((group) => ofCategories(group, counts)), // prettier-ignore
		...groups(known, ({ of, category, area }) => [of, category, area]).flatMap(ofPeriods),
		...ofMeasures(known, counts),
		...ofAnswers(known, counts),
	];
}

type Known = CountPlace & { id: string };

function groups(known: readonly Known[], by: (one: Known) => string[]): Known[][] {
	const found = new Map<string, Known[]>();
	for (const one of known) {
		const key = by(one).join('\t');
		const there = found.get(key);
		if (there) there.push(one);
		else found.set(key, [one]);
	}
	return [...found.values()];
}

/** An area is the sum of the areas nearest below it that the file has too. */
function ofAreas(
	group: readonly Known[],
	children: ReadonlyMap<string, readonly string[]>,
): SumRelation[] {
	const idOf = new Map(group.map(({ area, id }) => [area, id]));
	return group.flatMap(({ area, id }) => {
		const { parts, isComplete } = below(area, children, idOf);
		return parts.length === 0 ? [] : [{ total: id, parts, isComplete }];
	});
}

/** The nearest areas below one that the file has, and whether they fill it. */
function below(
	area: string,
	children: ReadonlyMap<string, readonly string[]>,
	idOf: ReadonlyMap<string, string>,
): { parts: string[]; isComplete: boolean } {
	const parts: string[] = [];
	let isComplete = true;
	for (const child of children.get(area) ?? []) {
		const id = idOf.get(child);
		if (id !== undefined) {
			parts.push(id);
			continue;
		}
		const deeper = below(child, children, idOf);
		parts.push(...deeper.parts);
		isComplete &&= deeper.parts.length > 0 && deeper.isComplete;
	}
	return { parts, isComplete };
}

/** A total is the sum of its categories; where they add up to more (several answers a person) it is no sum. */
function ofCategories(group: readonly Known[], { cells }: OwnCounts): SumRelation[] {
	const total = group.find(({ category }) => isTotal(category));
	const parts = group.filter((one) => !isTotal(one.category)).map(({ id }) => id);
	if (!total || parts.length === 0) return [];
	const sum = parts.reduce((all, id) => all + (cells.get(id)?.count ?? 0), 0);
	const whole = cells.get(total.id)?.count ?? 0;
	return sum > whole ? [] : [{ total: total.id, parts, isComplete: sum === whole }];
}

/** A year is the sum of its months. */
function ofPeriods(group: readonly Known[]): SumRelation[] {
	return group
		.filter(({ period }) => /^\d{4}$/.test(period))
		.flatMap((year) => {
			const months = group.filter(({ period }) => period.startsWith(`${year.period}-`));
			if (months.length === 0) return [];
			return [{ total: year.id, parts: months.map(({ id }) => id), isComplete: months.length === 12 }]; // prettier-ignore
		});
}

/** How many rows have to agree before two columns are taken for the sum of a third. */
const ENOUGH_ROWS = 3;

/**
 * Columns that add up to another one in every row ("jongens" and "meisjes" to "leerlingen"): a reader sees that as
 * well as we do. Found are sums of two, of all others, and of a run of columns beside the sum.
 */
function ofMeasures(known: readonly Known[], { cells }: OwnCounts): SumRelation[] {
	const rows = groups(known, ({ period, category, area }) => [period, category, area]);
	const measures = [...new Set(known.map(({ of }) => of))].filter((of) => !/^(?:base|part) /.test(of)); // prettier-ignore
	const table = rows.map((row) => new Map(row.map((one) => [one.of, one])));
	const count = (one: Known | undefined) => (one ? (cells.get(one.id)?.count ?? null) : null);
	const holds = (total: string, parts: readonly string[]): boolean => {
		let rowsSeen = 0;
		for (const row of table) {
			const whole = count(row.get(total));
			const several = parts.map((part) => count(row.get(part)));
			if (whole === null || several.some((one) => one === null)) continue;
			if (several.reduce<number>((sum, one) => sum + (one ?? 0), 0) !== whole) return false;
			if (whole > 0) rowsSeen += 1;
		}
		return rowsSeen >= Math.min(ENOUGH_ROWS, table.length) && rowsSeen > 0;
	};
	const found = measures.flatMap((total, at) => {
		const others = measures.filter((one) => one !== total);
		return candidates(others, at).filter((parts) => holds(total, parts)).map((parts) => ({ total, parts })); // prettier-ignore
	});
	return found.flatMap(({ total, parts }) =>
		table.flatMap((row) => {
			const ids = [total, ...parts].map((of) => row.get(of)?.id);
			if (ids.some((id) => id === undefined)) return [];
			return [{ total: ids[0]!, parts: ids.slice(1) as string[] }];
		}),
	);
}

/** The most measures among which every two are tried. */
const MOST_FOR_PAIRS = 40;

function candidates(others: readonly string[], at: number): string[][] {
	const pairs =
		others.length > MOST_FOR_PAIRS
			? []
			: others.flatMap((one, i) => others.slice(i + 1).map((other) => [one, other]));
	const before = others.slice(0, at);
	const behind = others.slice(at);
	const runs = [
		...before.map((_, from) => before.slice(from)),
		...behind.map((_, to) => behind.slice(0, to + 1)),
	];
	const all = [...pairs, ...runs, [...others]].filter((parts) => parts.length >= 2);
	return [...new Map(all.map((parts) => [parts.toSorted().join('\t'), parts])).values()];
}

/**
 * Answers to one question: percentages of the same base that fill it together, as categories or as columns. The last
 * of them is what the others leave.
 */
function ofAnswers(known: readonly Known[], counts: OwnCounts): SumRelation[] {
	const asked = known.filter(({ of }) => of.startsWith('part '));
	const byCategory = groups(asked, ({ of, period, area }) => [of, period, area])
		.map((group) => group.filter(({ category }) => !isTotal(category)))
		.filter((group) => group.length >= 2 && fillsBase(group, counts));
	const rows = groups(asked, ({ period, category, area }) => [period, category, area]);
	const table = rows.map((row) => new Map(row.map((one) => [one.of, one])));
	const inRow = (row: ReadonlyMap<string, Known>, run: readonly string[]): Known[] =>
		run.flatMap((of) => row.get(of) ?? []);
	const byColumn = runsOf([...new Set(asked.map(({ of }) => of))]).flatMap((run) => {
		const whole = table.filter((row) => run.every((of) => row.has(of)));
		const isQuestion = whole.length > 0 && whole.every((row) => fillsBase(inRow(row, run), counts));
		return isQuestion ? whole.map((row) => inRow(row, run)) : [];
	});
	return [...byCategory, ...byColumn].flatMap((group) => {
		const bases = group.map(baseIdOf);
		const first = bases[0]!;
		const same = [...new Set(bases.slice(1))].filter((id) => id !== first);
		return [
			{ total: first, parts: group.map(({ id }) => id) },
			...same.map((id) => ({ total: first, parts: [id] })),
		];
	});
}

/** The id of the base that stands behind a part. */
const baseIdOf = ({ id }: Known): string => id.replace(/^part /, 'base ');

/** Whether parts have one base and fill it, but for what rounding to percents takes. */
function fillsBase(group: readonly Known[], { cells }: OwnCounts): boolean {
	const bases = new Set(group.map((one) => cells.get(baseIdOf(one))?.count));
	const [base] = bases;
	if (bases.size !== 1 || base === undefined || base === 0) return false;
	const sum = group.reduce((all, { id }) => all + (cells.get(id)?.count ?? 0), 0);
	return Math.abs(sum - base) <= (group.length * Math.max(1, base / 100)) / 2 + 1;
}

/** The most answers that one question is taken to have. */
const MOST_ANSWERS = 15;

/** Every run of neighbours in a list, of two to so many. */
function runsOf(list: readonly string[]): string[][] {
	return list.flatMap((_, from) => {
		const lengths = Math.min(MOST_ANSWERS, list.length - from) - 1;
		return Array.from({ length: Math.max(0, lengths) }, (_none, at) => list.slice(from, from + at + 2)); // prettier-ignore
	});
}
