import { type AreaRow, missingIndex, type SourceBatch } from './batch.ts';
import { AREAS_PER_PART, CellSpool, SLOTS, type Slot } from './cell-spool.ts';
import type { SourceSeries } from './figure-source.ts';
import { FigureFileError } from './file-error.ts';
import type { Cell } from './number.ts';

const NOT_PUBLISHED = missingIndex('not_published');

/**
 * Figures of a table whose lines each hold a part of an area: one age, one margin, one year. Takes cells in any order and
 * gives whole areas. What no line speaks of was not published. Memory holds the areas, the series, and one batch.
 */
export class LongTable {
	private readonly spool: CellSpool;
	private readonly areas: AreaRow[] = [];
	private readonly areaAt = new Map<string, number>();
	private readonly series: {
		key: string;
		order: readonly (number | string)[];
		about: SourceSeries;
	}[] = [];
	private readonly seriesAt = new Map<string, number>();
	private readonly used = new Set<number>();

	/** `folder` is made for what does not fit in memory; `drop` removes it. */
	constructor(folder: string) {
		this.spool = new CellSpool(folder);
	}

	get areaCount(): number {
		return this.areas.length;
	}

	/** The number of an area, by its code; `make` tells of it the first time. */
	area(code: string, make: () => AreaRow): number {
		const known = this.areaAt.get(code);
		if (known !== undefined) return known;
		this.areaAt.set(code, this.areas.length);
		return this.areas.push(make()) - 1;
	}

	/** The number of a series; `order` is where it comes among the others. */
	seriesOf(
		key: string,
		make: () => { order: readonly (number | string)[]; about: SourceSeries },
	): number {
		const known = this.seriesAt.get(key);
		if (known !== undefined) return known;
		this.seriesAt.set(key, this.series.length);
		return this.series.push({ key, ...make() }) - 1;
	}

	/** A cell that is no number is the reader's to report; here it counts as nothing. */
	put(area: number, series: number, slot: Slot, cell: Cell): void {
		if ('error' in cell) return;
		this.used.add(series);
		const isValue = 'value' in cell;
		this.spool.put({
			area,
			series,
			slot: SLOTS.indexOf(slot),
			reason: isValue ? 0 : missingIndex(cell.missing),
			value: isValue ? cell.value : NaN,
		});
	}

	/** The series that anything was said about, in order. Call it when everything was put. */
	sorted(): { about: SourceSeries; number: number }[] {
		return this.series
			.map((one, number) => ({ ...one, number }))
			.filter(({ number }) => this.used.has(number))
			.toSorted((a, b) => compare(a.order, b.order));
	}

	/** The figures, area by area. Throws `FigureFileError` (`contradiction`) for one that was given twice, differently. */
	*batches(): Generator<SourceBatch> {
		const positions = new Map(this.sorted().map(({ number }, position) => [number, position]));
		for (let from = 0; from < this.areas.length; from += AREAS_PER_PART)
			yield this.part(from, positions);
	}

	drop(): void {
		this.spool.drop();
	}

	private part(from: number, positions: ReadonlyMap<number, number>): SourceBatch {
		const areas = this.areas.slice(from, from + AREAS_PER_PART);
		const width = positions.size;
		const size = areas.length * width;
		const columns = SLOTS.map((): Float64Array | null => null);
		const missing = new Uint8Array(size).fill(NOT_PUBLISHED);
		const given = SLOTS.map((): Uint8Array | null => null);
		for (const { area, series, slot, reason, value } of this.spool.cells(from / AREAS_PER_PART)) {
			const at = (area - from) * width + (positions.get(series) as number);
			const column = (columns[slot] ??= new Float64Array(size).fill(NaN));
			const seen = (given[slot] ??= new Uint8Array(size));
			// The same line on two pages is one line; another number on it is not.
			if (seen[at] && !Object.is(column[at], value))
				throw new FigureFileError({
					code: 'figures.contradiction',
					area: areas[area - from]?.code ?? '',
					series: this.series[series]?.about.title ?? '',
				});
			seen[at] = 1;
			column[at] = value;
			if (slot === 0) missing[at] = reason;
		}
		const nothing = () => new Float64Array(size).fill(NaN);
		const [values, lower, upper, numerator, denominator] = columns;
		return {
			areas,
			values: values ?? nothing(),
			missing,
			// A pair goes together, also when the source gives one of the two.
			...((lower ?? upper) && { lower: lower ?? nothing(), upper: upper ?? nothing() }),
			...((numerator ?? denominator) && {
				numerator: numerator ?? nothing(),
				denominator: denominator ?? nothing(),
			}),
		};
	}
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
	for (const [index, one] of a.entries()) {
		const other = b[index];
		if (one === other || other === undefined) continue;
		return one < other ? -1 : 1;
	}
	return 0;
}
