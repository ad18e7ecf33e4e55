import { catalogue } from '#features/figures/catalogue.ts';
import { measureName } from './own-check.ts';
import {
	dataRows,
	isMeasured,
	shown,
	type OwnColumn,
	type OwnLayout,
	type OwnSheet,
} from './own-layout.ts';
import { measureKey, type OwnMeasure, type OwnMeasureType } from './own-meaning.ts';
import { parseOwnNumber } from './own-number.ts';

/** The most measures of one file: more cannot be looked through on one page. */
export const MOST_OWN_MEASURES = 150;

interface Found {
	name: string;
	column: OwnColumn;
	isWhole: boolean;
	hasBase: boolean;
}

/**
 * What a sheet measures, in its order, each with a proposal of what the numbers are. `before` are the measures of an
 * earlier file of the same kind: what was said about them then is proposed again.
 */
export function proposeMeasures(
	sheet: OwnSheet,
	layout: OwnLayout,
	before: readonly OwnMeasure[] = [],
): OwnMeasure[] {
	const known = new Map(before.map((one) => [one.key, one]));
	return [...measuresIn(sheet, layout)].map(([key, found]) => known.get(key) ?? proposal(key, found)); // prettier-ignore
}

/** The keys of what a sheet measures, in its order. */
export function measuresIn(sheet: OwnSheet, layout: OwnLayout): Map<string, Found> {
	const indicator = layout.columns.find(({ role }) => role === 'indicator');
	const measured = layout.columns.filter(isMeasured);
	const all = new Map<string, Found>();
	for (const { cells } of dataRows(sheet, layout.headerRow)) {
		const said = indicator ? shown(cells[indicator.index]) : '';
		if (indicator && said === '') continue;
		for (const column of measured) {
			const number = parseOwnNumber(cells[column.index], layout.decimal);
			if (shown(cells[column.index]) === '' && indicator) continue;
			const name = measureName(said, column, layout);
			const key = measureKey(name);
			const isWhole = !('value' in number) || (Number.isInteger(number.value) && number.value >= 0);
			const there = all.get(key);
			if (there) there.isWhole &&= isWhole;
			else all.set(key, { name, column, isWhole, hasBase: hasBase(column, layout) });
		}
	}
	return all;
}

function hasBase(column: OwnColumn, { columns }: OwnLayout): boolean {
	return columns.some(({ role, of }) => role === 'base' && (of === null || of === column.index));
}

function proposal(key: string, { name, column, isWhole, hasBase: isAsked }: Found): OwnMeasure {
	const says = /%|percentage|procent|aandeel/i.test(name);
	const type: OwnMeasureType =
		column.role === 'percentage' || says ? 'percentage' : isWhole ? 'count' : 'score';
	const title = name.charAt(0).toUpperCase() + name.slice(1);
	return {
		...{ key, type, title: title.slice(0, 120) },
		unit: { count: 'aantal', things: 'aantal', percentage: '%', score: '' }[type],
		kind: isAsked ? 'survey' : 'count',
		direction: 'neither',
		origin: 'own',
		publishedIn: '',
		sensitivity: 'none',
		indicator: indicatorNamed(name),
	};
}

/** The indicator of the catalogue that has exactly this name, in either language. */
function indicatorNamed(name: string): string | null {
	const same = (other: string) => other.trim().toLowerCase() === name.trim().toLowerCase();
	return catalogue.indicators.find(({ name: it }) => same(it.nl) || same(it.en))?.id ?? null;
}
