import type { EarlierVersion, ShownCell, TableCell } from '#statistics/disclosure-cells.ts';
import { protectTable } from '#statistics/disclosure-table.ts';
import { isSmallCount, showPercentage, type Audience } from '#statistics/disclosure.ts';
import type { OwnCell } from './own-check.ts';
import {
	measureKey,
	type OwnMeasure,
	type OwnMeasureType,
	type OwnVisibility,
} from './own-meaning.ts';
import { cellId, countsOf, type OwnCounts } from './own-counts.ts';
import { sumsOf } from './own-sums.ts';

/** A number of an own file as it may be shown. */
export interface GatedCell {
	cell: OwnCell;
	/** Null when it is missing or too small to be shown. */
	value: number | null;
	missing: OwnCell['missing'] | 'too_small';
	/** How many it is a percentage or score of, rounded to 5; null where that is not shown. */
	base: number | null;
}

/** What came out of the gate, and how much it held back; the latter only for whoever holds the raw counts. */
export interface Gated {
	cells: GatedCell[];
	shown: number;
	/** Numbers that the file does not have itself. */
	missing: number;
	asTooSmall: number;
	toProtectOthers: number;
	/** Numbers about few people that follow from what readers saw of an earlier version, whatever is left out now. */
	exposed: OwnCell[];
}

/** One version of a table as readers have seen it, by `shownKey`. */
export type ShownBefore = ReadonlyMap<string, { value: number | 'too_small'; base: number | null }>;

/** What a shown number is known by: its measure with its category, as its series has it. */
export const shownKey = (measure: string, period: string, area: string): string =>
	[measure, period, area].join('\t');

/** The name of a series: its measure, and the category where there is one. */
export const seriesMeasure = ({
	measure,
	category,
}: Pick<OwnCell, 'measure' | 'category'>): string =>
	category === '' ? measure : `${measure}/${measureKey(category)}`;

/** Who will see what everyone, or who takes part, may see. */
export const audienceOf = (visibility: OwnVisibility): Audience =>
	visibility === 'public' ? 'public' : 'team';

/**
 * THE place where own figures pass the gate: all numbers of one file together, with every sum that a reader knows. What
 * was published by others is shown as it was published. Done when a file is imported, and again when who may see it
 * changes. `children` are the known areas within each area, `before` what readers have seen of it until now.
 */
export function passGate(
	cells: readonly OwnCell[],
	measures: readonly OwnMeasure[],
	children: ReadonlyMap<string, readonly string[]>,
	visibility: OwnVisibility,
	before: readonly ShownBefore[] = [],
): Gated {
	const audience = audienceOf(visibility);
	const described = new Map(measures.map((one) => [one.key, one]));
	const isOwn = ({ measure }: OwnCell) => described.get(measure)?.origin !== 'published';
	const typeOf = ({ measure }: OwnCell) => described.get(measure)?.type ?? 'count';
	const own = cells.filter((cell) => isOwn(cell) && cell.value !== null);
	const counts = countsOf(own, typeOf);
	const table: TableCell[] = [...counts.cells.values(), ...counts.percentages];
	const relations = sumsOf(counts, children);
	const earlier = before.map((version) => earlierVersion(own, version, counts, typeOf));
	const { shown, exposed } = protectTable(table, relations, audience, earlier);
	const gate = (cell: OwnCell): GatedCell => {
		if (cell.value === null) return { cell, value: null, missing: cell.missing, base: null };
		if (!isOwn(cell)) return { cell, value: cell.value, missing: null, base: cell.base };
		const tooSmall: GatedCell = { cell, value: null, missing: 'too_small', base: null };
		if (isSmallItself(cell, counts, audience)) return tooSmall;
		const base = shown.get(counts.baseOf.get(cell) ?? '');
		const rounded = base?.kind === 'count' ? base.value : null;
		if (typeOf(cell) === 'score')
			return rounded === null ? tooSmall : { cell, value: cell.value, missing: null, base: asBase(rounded, cell) }; // prettier-ignore
		const seen = shown.get(cellId(cell));
		if (!seen || seen.kind === 'too_small') return tooSmall;
		if (seen.kind === 'count') return { cell, value: seen.value, missing: null, base: null };
		return { cell, value: seen.value, missing: null, base: asBase(rounded, cell) };
	};
	const gated = cells.map(gate);
	const held = gated.filter(({ missing }) => missing === 'too_small');
	const asTooSmall = held.filter(({ cell }) => isSmallItself(cell, counts, audience)).length;
	return {
		cells: gated,
		shown: gated.filter(({ value }) => value !== null).length,
		missing: cells.filter(({ value }) => value === null).length,
		asTooSmall,
		toProtectOthers: held.length - asTooSmall,
		exposed: restingOn(own, counts, new Set(exposed)),
	};
}

/** The numbers that have one of these counts behind them. */
function restingOn(
	cells: readonly OwnCell[],
	{ partOf, baseOf }: OwnCounts,
	ids: ReadonlySet<string>,
): OwnCell[] {
	return cells.filter((cell) =>
		[cellId(cell), partOf.get(cell), baseOf.get(cell)].some(
			(id) => id !== undefined && ids.has(id),
		),
	);
}

/** Whether the rule hides a number for itself, without looking at any other. */
function isSmallItself(cell: OwnCell, counts: OwnCounts, audience: Audience): boolean {
	const count = counts.cells.get(cellId(cell));
	if (count) return count.isSensitive && isSmallCount(count.count);
	const base = counts.cells.get(counts.baseOf.get(cell) ?? '')?.count ?? 0;
	const part = counts.cells.get(counts.partOf.get(cell) ?? '')?.count;
	// A score is shown by the rule for a percentage whose part is not small itself.
	return showPercentage(part ?? Math.floor(base / 2), base, audience).kind !== 'percentage';
}

/** A base under 100 stays under 100 when it is rounded: it is what says that a figure is uncertain. */
function asBase(rounded: number | null, { base }: OwnCell): number | null {
	return rounded !== null && base !== null && base < 100 ? Math.min(rounded, 95) : rounded;
}

/** An earlier version as the gate takes it: what was shown of the numbers of this one, and of the counts behind them. */
function earlierVersion(
	cells: readonly OwnCell[],
	version: ShownBefore,
	{ baseOf }: OwnCounts,
	typeOf: (cell: OwnCell) => OwnMeasureType,
): EarlierVersion {
	const earlier = new Map<string, ShownCell>();
	for (const cell of cells) {
		const before = version.get(shownKey(seriesMeasure(cell), cell.period, cell.area.code));
		if (!before) continue;
		const { value, base } = before;
		const type = typeOf(cell);
		const baseId = baseOf.get(cell);
		if (baseId !== undefined && base !== null) earlier.set(baseId, { kind: 'count', value: base });
		if (type === 'score') continue;
		if (value === 'too_small') earlier.set(cellId(cell), { kind: 'too_small' });
		else if (type === 'percentage')
			earlier.set(cellId(cell), { kind: 'percentage', value, isUncertain: false }); // prettier-ignore
		else earlier.set(cellId(cell), { kind: 'count', value });
	}
	return earlier;
}
