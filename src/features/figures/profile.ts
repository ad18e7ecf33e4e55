import type { AreaBreak } from '#features/areas/area-course.ts';
import type { AreaLevel } from '#features/areas/area-code.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { catalogue, indicatorOf } from './catalogue.ts';
import type { Indicator } from './indicator.schema.ts';
import type { Measured } from './measured.ts';
import type { Series } from './series.ts';
import type { Share } from './shares.ts';

/** What one period says of the own area and the country, without the reasons why something is missing. */
export interface YearValue {
	period: string;
	own: number | null;
	country: number | null;
	/** Whether it cannot be put behind the period before it: the area was another. */
	isBreak: boolean;
	/** Why; null when it is no break. */
	brokenBy: AreaBreak | null;
}

/** What a figure is in the comparable areas: the middle, between which values half of them lie, and of how many. */
export interface ComparableValue {
	middle: number;
	lower: number;
	upper: number;
	count: number;
}

/** What one series says about an area. */
export interface ProfileLine extends Series {
	publicationId: string;
	tableId: string;
	/** Tables of one maker with the same columns every year. */
	family: string;
	tableTitle: string;
	publisher: string;
	licence: string;
	boundaryYear: number;
	retrievedAt: string | Date;
	/** Whom it is about, where that is not everyone. */
	population: Bilingual | null;
	/** What the municipality says of an own figure; the catalogue is asked where it says nothing. */
	sensitivity?: 'none' | 'sensitive' | null;
	/** All periods of which this is one, the earliest first. */
	years: YearValue[];
	/** Null where the publication does not hold the area at all. */
	own: Measured | null;
	municipality: Measured | null;
	country: Measured | null;
	/**
	 * Where the values stand among all areas of the own area's level in the country (0–100, mid-rank percentile), and
	 * how many of those have a value; null when the country was not imported.
	 */
	place: {
		own: number | null;
		municipality: number | null;
		country: number | null;
		areasCompared: number;
	} | null;
	/** What it is in the areas that are most like the own area; null where none of them has a value, and of what has a share. */
	comparable: ComparableValue | null;
	/** Of a count that belongs to a total of the same publication. */
	share: Share | null;
}

/** A line of the profile with the catalogue's knowledge. */
export interface ProfileEntry {
	line: ProfileLine;
	known: Indicator | undefined;
}

export interface ProfileGroup {
	/** A category of the catalogue, or 'other' for what it does not know. */
	id: string;
	name: Bilingual | null;
	entries: ProfileEntry[];
}

/** What is shown, and of whom. */
export interface Shown {
	lines: readonly ProfileLine[];
	level: AreaLevel;
	municipalityName: string;
	countryName: string;
	withSensitive: boolean;
}

/**
 * The lines by category, in the order of the catalogue. Of two publications of one table and year the newest that holds
 * the area counts. Sensitive indicators are left out unless asked for; `hidden` says how many.
 */
export function groupProfile(
	lines: readonly ProfileLine[],
	withSensitive: boolean,
): { groups: ProfileGroup[]; hidden: number } {
	const entries = entriesOf(lines);
	const isSensitive = ({ line, known }: ProfileEntry) =>
		(line.sensitivity ?? known?.sensitivity) === 'sensitive';
	const shown = entries.filter((entry) => withSensitive || !isSensitive(entry));
	const order = new Map(catalogue.indicators.map(({ id }, index) => [id, index]));
	const sorted = shown.toSorted((a, b) => rank(order, a) - rank(order, b));
	const inCategory = (id: string | undefined) =>
		sorted.filter(({ known }) => known?.category === id);
	const groups = [
		...catalogue.categories.map(({ id, name }) => ({ id, name, entries: inCategory(id) })),
		{ id: 'other', name: null, entries: inCategory(undefined) },
	];
	return {
		groups: groups.filter((group) => group.entries.length > 0),
		hidden: entries.length - shown.length,
	};
}

function entriesOf(lines: readonly ProfileLine[]): ProfileEntry[] {
	const byThing = Map.groupBy(
		mergeTwins(lines).filter(({ own }) => own !== null),
		(line) => `${line.publisher} ${line.indicator ?? `${line.family} ${line.measure}`}`,
	);
	// Of two tables about one period the one that was brought in last.
	return [...byThing.values()].map(([line]) => ({
		line: line as ProfileLine,
		known: indicatorOf((line as ProfileLine).indicator),
	}));
}

/** The same measure of one table and year out of several imports: what the newest lacks, an earlier one may hold. */
export function mergeTwins(lines: readonly ProfileLine[]): ProfileLine[] {
	const twins = Map.groupBy(lines, (line) => `${line.tableId} ${line.period} ${line.measure}`);
	return [...twins.values()].map((same) => {
		const first = same.find(({ own }) => own !== null) ?? (same[0] as ProfileLine);
		return {
			...first,
			municipality:
				first.municipality ?? same.find((one) => one.municipality)?.municipality ?? null,
			country: first.country ?? same.find((one) => one.country)?.country ?? null,
			place: first.place ?? same.find((one) => one.place && one.own)?.place ?? null,
			comparable: fullest(same.map((one) => one.comparable)),
			share: first.share && {
				...first.share,
				comparable: fullest(same.map((one) => one.share?.comparable ?? null)),
			},
		};
	});
}

/** Of the same figure out of several tables the one that knows most of the comparable areas. */
function fullest<Value extends { count: number }>(values: readonly (Value | null)[]): Value | null {
	return values.reduce((best, one) => (one && one.count > (best?.count ?? 0) ? one : best), null);
}

function rank(order: ReadonlyMap<string, number>, { line }: ProfileEntry): number {
	return line.indicator === null ? 10_000 + line.seriesId : (order.get(line.indicator) ?? 10_000);
}
