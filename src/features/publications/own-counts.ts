import type { CountCell, PercentageCell } from '#statistics/disclosure-cells.ts';
import type { AreaLevel } from '#features/areas/area-code.ts';
import type { OwnCell } from './own-check.ts';
import type { OwnMeasureType } from './own-meaning.ts';

/** The counts of an own file as the gate takes them, and which of them stand behind which number. */
export interface OwnCounts {
	/** By id: counts of people and things, and the counts behind percentages and scores. */
	cells: ReadonlyMap<string, CountCell>;
	percentages: readonly PercentageCell[];
	/** What a count is about, by its id: `of` is its measure, or what it stands behind. */
	places: ReadonlyMap<string, CountPlace>;
	partOf: ReadonlyMap<OwnCell, string>;
	baseOf: ReadonlyMap<OwnCell, string>;
}

/** What a count is about. */
export interface CountPlace {
	of: string;
	period: string;
	category: string;
	area: string;
}

/** How much a reader misses a count, by the level of its area. */
const importanceOf: Readonly<Record<AreaLevel, number>> = { country: 10, municipality: 10, district: 3, neighbourhood: 1 }; // prettier-ignore

/** The id of a number in the gate's table. */
export const cellId = ({ measure, period, category, area }: OwnCell): string =>
	idOf({ of: measure, period, category, area: area.code });

const idOf = ({ of, period, category, area }: CountPlace) =>
	[of, period, category, area].join('\t');

/** Own numbers as counts: a percentage becomes the part and the base that it says. */
export function countsOf(
	cells: readonly OwnCell[],
	typeOf: (cell: OwnCell) => OwnMeasureType,
): OwnCounts {
	const counts = new Map<string, CountCell>();
	const places = new Map<string, CountPlace>();
	const percentages: PercentageCell[] = [];
	const partOf = new Map<OwnCell, string>();
	const baseOf = new Map<OwnCell, string>();
	const put = (cell: OwnCell, of: string, count: number, how: Partial<CountCell> = {}): string => {
		const place = { of, period: cell.period, category: cell.category, area: cell.area.code };
		const id = idOf(place);
		if (!counts.has(id)) {
			const importance = importanceOf[cell.area.level];
			counts.set(id, { id, count, isSensitive: true, importance, ...how });
			places.set(id, place);
		}
		return id;
	};
	for (const cell of cells) {
		const type = typeOf(cell);
		const value = cell.value ?? 0;
		if (type === 'count' || type === 'things') {
			put(cell, cell.measure, value, { isSensitive: type === 'count' });
			continue;
		}
		const base = cell.base ?? 0;
		baseOf.set(cell, put(cell, `base ${cell.measure}`, base));
		if (type === 'score') continue;
		const count = Math.min(base, cell.part ?? Math.round((value * base) / 100));
		const part = put(cell, `part ${cell.measure}`, count, { isPublished: false });
		partOf.set(cell, part);
		percentages.push({ id: cellId(cell), part, base: baseOf.get(cell)! });
	}
	return { cells: counts, percentages, places, partOf, baseOf };
}
