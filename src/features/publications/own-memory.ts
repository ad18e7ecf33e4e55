import { isMeasured, type OwnColumn, type OwnLayout } from './own-layout.ts';
import { splitHeader } from './own-period.ts';

/** An earlier file, as far as it says how a new one may be read. */
export interface Remembered<Id> {
	id: Id;
	layout: OwnLayout;
}

/** From this share of the columns on, two files are taken for the same kind. */
const ALIKE = 0.7;

/**
 * The earlier file whose columns are most like those of this layout, the first of equals; null when none is alike
 * enough. Years in headers do not count: `2023` of last year is `2024` of this year.
 */
export function mostAlike<Id>(
	layout: OwnLayout,
	earlier: readonly Remembered<Id>[],
): Remembered<Id> | null {
	const rated = earlier.map((one) => ({ one, likeness: likeness(layout, one.layout) }));
	const best = rated.toSorted((a, b) => b.likeness - a.likeness)[0];
	return best && best.likeness >= ALIKE ? best.one : null;
}

/** How alike the headers of two files are: what they share of what they have together, from 0 to 1 (Jaccard). */
export function likeness(one: OwnLayout, other: OwnLayout): number {
	const [a, b] = [one, other].map(({ columns }) => new Set(columns.filter(({ header }) => header !== '').map(keyOf))); // prettier-ignore
	if (!a || !b || a.size + b.size === 0) return 0;
	const shared = [...a].filter((key) => b.has(key)).length;
	return shared / (a.size + b.size - shared);
}

/** The layout of a new file with what a person said of an earlier one: its columns by their headers, not by their place. */
export function asBefore(layout: OwnLayout, before: OwnLayout): OwnLayout {
	const known = new Map(before.columns.map((one) => [keyOf(one), one]));
	const columns = layout.columns.map((column): OwnColumn => {
		const earlier = known.get(keyOf(column));
		if (!earlier) return column;
		const { role, name } = earlier;
		const isDated = isMeasured(earlier) || role === 'part' || role === 'base';
		return { ...column, role, name, period: isDated ? column.period : null, of: null };
	});
	for (const column of columns) {
		const of = known.get(keyOf(column))?.of ?? null;
		const measured = of === null ? undefined : before.columns.find(({ index }) => index === of);
		column.of = measured ? placeOf(columns, measured, column.period) : null;
	}
	return { ...layout, columns, decimal: layout.decimal, level: before.level };
}

/** Where a measured column of an earlier file stands in this one; of several years, that of the same period. */
function placeOf(columns: readonly OwnColumn[], of: OwnColumn, period: string | null) {
	const fitting = columns.filter((one) => isMeasured(one) && keyOf(one) === keyOf(of));
	return (fitting.find((one) => one.period === period) ?? fitting[0])?.index ?? null;
}

/** A header without its year and small differences in writing; `@` for one that is nothing but a year. */
function keyOf({ header }: Pick<OwnColumn, 'header'>): string {
	const { name, period } = splitHeader(header);
	const bare = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}%]+/gu, ' ')
		.trim();
	return bare === '' ? (period === null ? '' : '@') : bare;
}
