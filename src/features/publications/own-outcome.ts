import type { OwnCell } from './own-check.ts';
import type { Gated } from './own-gate.ts';
import type { OwnMeasure } from './own-meaning.ts';

/** A number of an own file by its names: what it counts, where and when; never how many. */
export interface NumberName {
	title: string;
	area: string;
	period: string;
}

/** How much of an own file is shown and how much was held back; for whoever may import. */
export interface GateOutcome {
	shown: number;
	missing: number;
	asTooSmall: number;
	toProtectOthers: number;
	/** Left out, and yet to be worked out by whoever saw an earlier file; not kept of the first imports. */
	exposed?: NumberName[];
}

/** What was imported of a file; no number of the file itself. */
export interface OwnOutcome extends GateOutcome {
	rows: number;
	leftOut: number;
	areas: number;
}

/** What the gate let through and held back, in numbers and names. */
export function outcomeOf(
	{ shown, missing, asTooSmall, toProtectOthers, exposed }: Gated,
	measures: readonly OwnMeasure[],
): Required<GateOutcome> {
	const names = exposed.map((cell) => ({
		title: titleOfNumber(cell, measures),
		area: cell.area.name,
		period: cell.period,
	}));
	return { shown, missing, asTooSmall, toProtectOthers, exposed: names };
}

/** What a number counts: the title of its measure, with the category where there is one. */
export function titleOfNumber(
	{ measure, category }: Pick<OwnCell, 'measure' | 'category'>,
	measures: readonly OwnMeasure[],
): string {
	const title = measures.find(({ key }) => key === measure)?.title ?? measure;
	return category === '' ? title : `${title}: ${category}`;
}
