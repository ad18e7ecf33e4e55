import type { PeriodValue } from '#features/figures/values-over-time.server.ts';
import { marginOfShare } from '#statistics/margin.ts';
import { median } from '#statistics/median.ts';
import type { Comparison } from './rule.schema.ts';
import { valueOf, type Beside, type Point, type PointValue } from './signs.ts';

/** The area that rules look at. */
export interface WatchedArea {
	code: string;
	name: string;
	level: 'district' | 'neighbourhood';
}

/** What one indicator says of many areas over the periods, by code. */
export type Values = ReadonlyMap<string, readonly PeriodValue[]>;

/**
 * The periods of which something was published about any of these areas: a column that is still empty everywhere, as of
 * incomes in the newest key figures of CBS, is no measurement that an area lacks.
 */
export function publishedPeriods(values: Values, codes: readonly string[]): Set<string> {
	const all = codes.flatMap((code) => values.get(code) ?? []);
	return new Set(all.filter(isPublished).map(({ period }) => period));
}

/** Whatever the reason why a value is missing: that it was not published yet says nothing about the area. */
function isPublished({ measured }: Pick<PeriodValue, 'measured'>): boolean {
	return !('missing' in measured) || !['not_published', 'not_measured'].includes(measured.missing);
}

/**
 * The newest period that was published about at least half as many of these areas as any other: a file about a few areas
 * does not make the figures of all others old. Null when none was.
 */
export function newestOfAll(values: Values, codes: readonly string[]): string | null {
	const counts = new Map<string, number>();
	for (const code of codes)
		for (const one of (values.get(code) ?? []).filter(isPublished))
			counts.set(one.period, (counts.get(one.period) ?? 0) + 1);
	const most = Math.max(0, ...counts.values());
	const common = [...counts].filter(([, count]) => count * 2 >= most).map(([period]) => period);
	return common.length === 0 ? null : common.reduce((a, b) => (yearOf(a) >= yearOf(b) ? a : b));
}

/**
 * The points of an area at the published periods up to the newest; none when the area was not in that: an older figure is
 * not read as if it were the newest.
 */
export function pointsOf(
	values: readonly PeriodValue[],
	newest: string,
	published: ReadonlySet<string>,
): Point[] {
	const inOrder = values
		.filter(({ period }) => yearOf(period) <= yearOf(newest))
		.toSorted((a, b) => yearOf(a.period) - yearOf(b.period) || (a.period < b.period ? -1 : 1));
	const points: Point[] = [];
	let before: PeriodValue | undefined;
	let isBroken = false;
	for (const one of inOrder) {
		// A break at a period that is left out is one before the next.
		isBroken ||= one.isBreak;
		if (!published.has(one.period)) continue;
		points.push(pointOf({ ...one, isBreak: isBroken }, before));
		before = one;
		isBroken = false;
	}
	return points.at(-1)?.period === newest ? points : [];
}

function pointOf(one: PeriodValue, before: PeriodValue | undefined): Point {
	const { period, publication, kind, unit, decimals, seriesId } = one;
	const isOther =
		before !== undefined &&
		(before.publication.publisher !== publication.publisher ||
			before.publication.family !== publication.family ||
			before.kind !== kind ||
			before.unit !== unit);
	return {
		period,
		at: yearOf(period),
		measured: withMargin(one),
		isBreak: one.isBreak || isOther,
		isProvisional: one.isProvisional,
		kind,
		publisher: publication.publisher,
		tableId: publication.tableId,
		boundaryYear: publication.boundaryYear,
		seriesId,
		decimals,
	};
}

/** A value with its margin: that of the publisher, or for a percentage with its count and base the one of that base. */
function withMargin({ measured, unit }: Pick<PeriodValue, 'measured' | 'unit'>): PointValue {
	if ('missing' in measured) return { missing: measured.missing };
	const { value, lower, upper, numerator, denominator, isUncertain } = measured;
	const base = { value, ...(isUncertain && { isUncertain }) };
	if (lower !== undefined && upper !== undefined) return { ...base, lower, upper };
	if (unit !== '%' || numerator === undefined || denominator === undefined) return base;
	return { ...base, ...marginOfShare(numerator, denominator) };
}

/** The figures of one area to compare with: its municipality or the country. */
export function besideArea(
	kind: Exclude<Comparison, 'comparable'>,
	name: string,
	values: readonly PeriodValue[],
): Beside {
	const points = values.flatMap((one) => {
		const measured = withMargin(one);
		if ('missing' in measured) return [];
		const { value, lower, upper } = measured;
		const margin = lower === undefined || upper === undefined ? {} : { lower, upper };
		return [{ period: one.period, value, ...margin }];
	});
	return { kind, name, areas: null, points };
}

/** Fewer comparable areas with a value are no ground to stand on. */
const leastComparable = 5;

/** The middle of the comparable areas, at the periods of which enough of them have a value. */
export function besideComparable(values: Values, codes: readonly string[]): Beside | null {
	if (codes.length < leastComparable) return null;
	const byPeriod = new Map<string, number[]>();
	for (const code of codes)
		for (const { period, measured } of values.get(code) ?? [])
			if ('value' in measured)
				byPeriod.set(period, [...(byPeriod.get(period) ?? []), measured.value]);
	const points = [...byPeriod]
		.filter(([, some]) => some.length >= leastComparable)
		.map(([period, some]) => ({ period, value: median(some)! }));
	return { kind: 'comparable', name: null, areas: codes.length, points };
}

/** The values of areas at a period, in ascending order. */
export function valuesAt(courses: readonly (readonly Point[])[]): number[] {
	return courses
		.flatMap((points) => points.at(-1) ?? [])
		.flatMap((point) => valueOf(point)?.value ?? [])
		.toSorted((a, b) => a - b);
}

/** The year of a period; of a span its last. */
export function yearOf(period: string): number {
	return Number(period.match(/\d{4}(?!.*\d{4})/)?.[0] ?? 0);
}
