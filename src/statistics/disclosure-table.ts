import type {
	CountCell,
	EarlierVersion,
	PercentageCell,
	ProtectedTable,
	ShownCell,
	SumRelation,
	TableCell,
} from './disclosure-cells.ts';
import { hideCounts } from './disclosure-hide.ts';
import { modelOf, type TableModel } from './disclosure-model.ts';
import { showCount, showPercentage, type Audience } from './disclosure.ts';

/**
 * What may be shown of a table of our own counts and percentages, so that nobody can work out what is hidden.
 *
 * Takes all cells of the table at once and the sums between them: whoever leaves out a sum that readers know, leaves a
 * hole. Gives what to show of each published cell. What is hidden among counts is the same for both audiences (a member
 * of the team reads the public pages too); only percentages differ, by the base they need.
 *
 * First each cell by itself (`showCount`, `showPercentage`), then further cells are hidden until no hidden count can be
 * found from what is shown, now or in an earlier version that readers have seen (a corrected file): see docs/decisions/disclosure-control.md for what an attacker is taken to know and for the
 * method. The same input gives the same output, in any order of the cells' values.
 *
 * Throws a RangeError for a mistake of the caller: an id twice or unknown, a count that is no whole number from 0 to `LARGEST_COUNT`, a part
 * larger than its base.
 */
export function protectTable(
	cells: readonly TableCell[],
	relations: readonly SumRelation[],
	audience: Audience,
	earlier: readonly EarlierVersion[] = [],
): ProtectedTable {
	const model = modelOf(cells, relations);
	for (const version of earlier) rememberVersion(model, cells, version);
	const { isHidden, exposed } = hideCounts(model);
	return {
		...outcome(cells, model, isHidden, audience),
		exposed: [...new Set(exposed.map((place) => model.counts[place]!.id))],
	};
}

/** Marks what readers know from an earlier version, and what they did not get to know from it. */
function rememberVersion(
	model: TableModel,
	cells: readonly TableCell[],
	version: EarlierVersion,
): void {
	for (const cell of cells) {
		const before = version.get(cell.id);
		// What is in no version shown to anybody hides, and passes on, like what was held back.
		const isKept = !before && 'count' in cell && cell.isPublished === false;
		if (isKept) for (const place of model.restsOn(cell)) model.wasHidden[place] = 1;
		if (!before) continue;
		const isSame = isSameNumber(before, shownAlone(cell, model, 'team'));
		for (const place of model.restsOn(cell)) {
			if (before.kind === 'too_small') model.wasHidden[place] = 1;
			else if (isSame) model.isFixed[place] = 1;
		}
	}
}

/** A percentage is as uncertain as it was: what was seen is the number. */
function isSameNumber(one: ShownCell, other: ShownCell): boolean {
	return 'value' in one && 'value' in other && one.kind === other.kind && one.value === other.value;
}

function outcome(
	cells: readonly TableCell[],
	model: TableModel,
	isHidden: Uint8Array,
	audience: Audience,
): Pick<ProtectedTable, 'shown' | 'hidden'> {
	const shown = new Map<string, ShownCell>();
	const hidden = { asTooSmall: 0, toProtectOthers: 0 };
	for (const cell of cells) {
		if ('count' in cell && cell.isPublished === false) continue;
		const own = shownAlone(cell, model, audience);
		const isOpen = model.restsOn(cell).every((index) => !isHidden[index]);
		shown.set(cell.id, isOpen ? own : { kind: 'too_small' });
		if (own.kind === 'too_small') hidden.asTooSmall += 1;
		else if (!isOpen) hidden.toProtectOthers += 1;
	}
	return { shown, hidden };
}

/** What would be shown of a cell if no other had to be protected. */
function shownAlone(cell: TableCell, model: TableModel, audience: Audience): ShownCell {
	return 'count' in cell ? countShown(cell) : percentageShown(cell, model, audience);
}

function countShown({ count, isSensitive, isKnownAnyway }: CountCell): ShownCell {
	if (!isSensitive || isKnownAnyway) return { kind: 'count', value: count };
	const own = showCount(count);
	return own.kind === 'rounded' ? { kind: 'count', value: own.value } : { kind: 'too_small' };
}

function percentageShown(cell: PercentageCell, model: TableModel, audience: Audience): ShownCell {
	const [part, base] = [model.countOf(cell.part), model.countOf(cell.base)];
	const own = showPercentage(part, base, audience);
	return own.kind === 'percentage'
		? { kind: 'percentage', value: own.value, isUncertain: own.uncertain }
		: { kind: 'too_small' };
}
