import type { AreaLevel } from '#features/areas/area-code.ts';
import type { SourceBatch } from './batch.ts';

/** Levels that an area can have a place in. */
export type ComparedLevel = Exclude<AreaLevel, 'country'>;

/** All values of one level, as a staircase (see `series_spread`). */
export interface Spread {
	/** The different values, in order. */
	breaks: number[];
	/** How many areas have a value lower than each break; the last counts all. */
	below: number[];
}

/** The staircase of a list of values. Areas without a value are not in it: they have no place. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = Float64Array.from(values).sort();
	const breaks: number[] = [];
	const below: number[] = [];
	sorted.forEach((value, index) => {
		if (index > 0 && value === sorted[index - 1]) return;
		breaks.push(value);
		below.push(index);
	});
	below.push(sorted.length);
	return { breaks, below };
}

/**
 * The place of a value on the staircase, 0–100: the same mid-rank percentile as `percentileRank` of all the values.
 * Null when nothing is there to compare with.
 */
export function placeIn({ breaks, below }: Spread, value: number): number | null {
	const total = below[breaks.length] ?? 0;
	if (total === 0) return null;
	const at = firstNotBelow(breaks, value);
	const lower = below[at] as number;
	const equal = breaks[at] === value ? (below[at + 1] as number) - lower : 0;
	return (100 * (lower + equal / 2)) / total;
}

function firstNotBelow(breaks: readonly number[], value: number): number {
	let from = 0;
	let to = breaks.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((breaks[middle] as number) < value) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** Gathers the values of every column and level while batches go by: 8 bytes a figure. */
export class SpreadGatherer {
	private readonly values = new Map<ComparedLevel, number[][]>();
	private municipalities = 0;
	private country = false;

	add({ areas, values }: SourceBatch): void {
		const width = values.length / areas.length;
		areas.forEach(({ level }, row) => {
			if (level === 'country') {
				this.country = true;
				return;
			}
			if (level === 'municipality') this.municipalities += 1;
			const lists = this.listsOf(level, width);
			lists.forEach((list, column) => {
				const value = values[row * width + column] as number;
				if (!Number.isNaN(value)) list.push(value);
			});
		});
	}

	/** Whether the whole country went by. There were 355 municipalities in 2020 and there are 342 in 2026. */
	get coversCountry(): boolean {
		return this.country && this.municipalities >= 300;
	}

	/** The spread of every column, per level. */
	*spreads(): Generator<{ column: number; level: ComparedLevel; spread: Spread }> {
		for (const [level, lists] of this.values)
			for (const [column, list] of lists.entries()) yield { column, level, spread: spreadOf(list) };
	}

	private listsOf(level: ComparedLevel, columns: number): number[][] {
		const known = this.values.get(level);
		if (known) return known;
		const fresh = Array.from({ length: columns }, (): number[] => []);
		this.values.set(level, fresh);
		return fresh;
	}
}
