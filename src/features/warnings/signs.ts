import { indicatorOf } from '#features/figures/catalogue.ts';
import { marginOfDifference, type Estimate } from '#statistics/margin.ts';
import { mostIndependent } from '#statistics/independent.ts';
import { everyStep, theilSenSlope, trendChance } from '#statistics/trend.ts';
import type { Comparison, DistanceUnit } from './rule.schema.ts';
import { trendAlpha } from './rule.schema.ts';
import { indicatorsOf, isMadeOf, wayFor, type RuleContent } from './rule.ts';

/** One figure of an area at one period, with what is needed to judge it. */
export interface Point {
	/** As the publisher names it; `at` the year. */
	period: string;
	at: number;
	/** A value with its margin, or the reason why there is none. */
	measured: PointValue;
	/** Whether it cannot be put behind the one before it: other boundaries of the area, another maker or method. */
	isBreak: boolean;
	isProvisional: boolean;
	kind: string;
	publisher: string;
	tableId: string;
	boundaryYear: number;
	seriesId: number;
	decimals: number;
}

export type PointValue =
	{ value: number; lower?: number; upper?: number; isUncertain?: boolean } | { missing: string };

/** What the area is compared with, at the periods where that has a value. */
export interface Beside {
	kind: Comparison | 'tipping_point';
	/** Its name in the data; null where the words say it (comparable areas, a tipping point). */
	name: string | null;
	/** How many areas it is the middle of; null for a single area or a value that people chose. */
	areas: number | null;
	points: { period: string; value: number; lower?: number; upper?: number }[];
}

/** What is known of one indicator of one area. */
export interface Course {
	indicator: string;
	/** One per period that was published, the oldest first. The newest is what a rule looks at: never an older one instead. */
	points: Point[];
	beside: Beside | null;
	/** The ordinary spread between areas of this level at the newest period, in the indicator’s unit. */
	ordinarySpread: number | null;
}

/** One figure that stands out by a rule. */
export interface Sign {
	indicator: string;
	/** The side it stands out to. */
	way: 'higher' | 'lower';
	/** Its course, the oldest first, for the picture; the newest `used` of them made the sign. */
	points: Point[];
	used: number;
	beside: Beside | null;
	/** How far: from what it is compared with, past the point, or over the periods; always more than 0. In its unit. */
	difference: number;
	/** The 95% margin of that difference; null when no figure in it has one. */
	margin: number | null;
	/** The first period of which it holds, and whether it held at the first that is known. */
	since: string;
	isSinceStart: boolean;
	/** Of a trend: the slope a year, and how likely it is by chance. */
	trend: { slope: number; chance: number } | null;
}

/** What a rule says about an area: the signs, and how many of them do not rest on one another. */
export interface Verdict {
	signs: Sign[];
	counted: number;
}

type Measured = Extract<PointValue, { value: number }>;

/** What `rule` says about the course of one indicator; null when it finds nothing, or cannot tell. */
export function signOf(rule: RuleContent, course: Course): Sign | null {
	const way = wayFor(rule.way, course.indicator);
	if (way === null || course.points.length === 0) return null;
	switch (rule.kind) {
		case 'level':
		case 'together':
			return levelSign(rule, course, way);
		case 'change':
			return changeSign(rule, course, way);
		case 'tipping_point':
			return tippingSign(rule, course, way);
	}
}

/** What `rule` says about an area of which these courses are known. `residents` is null when that is not known. */
export function verdictsOf(
	rule: RuleContent,
	courses: readonly Course[],
	residents: number | null,
): (Verdict & { subject: string })[] {
	if (rule.leastResidents !== null && (residents ?? -1) < rule.leastResidents) return [];
	const wanted = new Set(indicatorsOf(rule));
	const signs = courses
		.filter(({ indicator }) => wanted.has(indicator))
		.flatMap((course) => signOf(rule, course) ?? []);
	if (rule.kind !== 'together')
		return signs.map((sign) => ({ subject: sign.indicator, signs: [sign], counted: 1 }));
	const counted = independentSigns(signs.map(({ indicator }) => indicator));
	return counted >= rule.atLeast ? [{ subject: '', signs, counted }] : [];
}

/** How many of these indicators do not rest on one another: a score and what it is made of are one. */
export function independentSigns(indicators: readonly string[]): number {
	return mostIndependent([...new Set(indicators)], isMadeOf);
}

type LevelRule = Extract<RuleContent, { kind: 'level' | 'together' }>;

function levelSign(rule: LevelRule, course: Course, way: 1 | -1): Sign | null {
	const { points, beside, ordinarySpread } = course;
	// A count says how large an area is, not how it fares.
	if (isCount(course.indicator) || beside === null) return null;
	const at = new Map(beside.points.map((one) => [one.period, one]));
	const standsOut = (point: Point) => {
		const other = at.get(point.period);
		const own = valueOf(point);
		if (!other || !own) return null;
		const least = leastDistance(rule, other.value, ordinarySpread);
		return least === null ? null : beyond({ own, other, way, least, times: rule.beyondMargin });
	};
	const newest = points.at(-1)!;
	const found = standsOut(newest);
	if (!found) return null;
	return {
		...signBase(course, way, 1),
		...found,
		...sinceOf(points, (point) => standsOut(point) !== null),
	};
}

type ChangeRule = Extract<RuleContent, { kind: 'change' }>;

function changeSign(rule: ChangeRule, course: Course, way: 1 | -1): Sign | null {
	const span = course.points.slice(-rule.periods);
	const values = span.flatMap((point) => valueOf(point) ?? []);
	// What is missing, or is not the same measure over the years, makes no trend.
	if (span.length < rule.periods || values.length < span.length) return null;
	if (span.slice(1).some(({ isBreak }) => isBreak)) return null;
	const [first, last] = [values[0]!, values.at(-1)!];
	const course1 = span.map(({ at }, index) => ({ at, value: values[index]!.value }));
	const trend = rule.test === 'trend' ? trendOf(course1, way) : null;
	const isOneWay = everyStep(values.map(({ value }) => value), way); // prettier-ignore
	if (rule.test === 'trend' ? !trend : !isOneWay) return null;
	const change = trend
		? trend.slope * (span.at(-1)!.at - span[0]!.at) * way
		: (last.value - first.value) * way;
	const least = rule.unit === 'percent' ? share(first.value, rule.difference) : rule.difference;
	const margin = marginOfDifference(last, first);
	if (change < least || change <= 0 || isWithin(change, margin, rule.beyondMargin)) return null;
	const since = { since: span[0]!.period, isSinceStart: span.length === course.points.length };
	return {
		...signBase(course, way, rule.periods),
		difference: change,
		margin,
		...since,
		trend,
		beside: course.beside,
	};
}

function trendOf(points: { at: number; value: number }[], way: 1 | -1): Sign['trend'] {
	const slope = theilSenSlope(points);
	const chance = trendChance(
		points.map(({ value }) => value),
		way,
	);
	return slope !== null && chance <= trendAlpha ? { slope, chance } : null;
}

type TippingRule = Extract<RuleContent, { kind: 'tipping_point' }>;

function tippingSign(rule: TippingRule, course: Course, way: 1 | -1): Sign | null {
	const { points } = course;
	const past = (point: Point) => {
		const own = valueOf(point);
		const other = { value: rule.value };
		return own && beyond({ own, other, way, least: 0, times: rule.beyondMargin });
	};
	const found = past(points.at(-1)!);
	if (!found) return null;
	const wasBefore = points.some((point) => {
		const own = valueOf(point);
		return own !== null && (own.value - rule.value) * way <= 0;
	});
	if (!wasBefore && !rule.alsoAlways) return null;
	const at = points.map(({ period }) => ({ period, value: rule.value }));
	return {
		...signBase(course, way, 1),
		...found,
		...sinceOf(points, (point) => past(point) !== null),
		beside: { kind: 'tipping_point', name: null, areas: null, points: at },
	};
}

function signBase({ indicator, points, beside }: Course, way: 1 | -1, used: number) {
	return {
		indicator,
		way: way === 1 ? ('higher' as const) : ('lower' as const),
		points: points.slice(-Math.max(used, mostShown)),
		used,
		beside,
		trend: null,
	};
}

/** So many periods a picture shows. */
const mostShown = 12;

/** The first period of the unbroken stretch of figures, up to the newest, of which it holds. */
function sinceOf(points: readonly Point[], holds: (point: Point) => boolean) {
	let from = points.length - 1;
	while (from > 0 && !points[from]!.isBreak && holds(points[from - 1]!)) from -= 1;
	return { since: points[from]!.period, isSinceStart: from === 0 };
}

interface Distance {
	own: Measured;
	other: Estimate;
	way: 1 | -1;
	/** In the unit of the values. */
	least: number;
	/** How many times its margin it has to be. */
	times: number;
}

/** The distance on the side to look at, when it is far enough and more than its margin. */
function beyond({ own, other, way, least, times }: Distance) {
	const difference = (own.value - other.value) * way;
	if (difference <= 0 || difference < least) return null;
	const margin = marginOfDifference(own, other);
	return isWithin(difference, margin, times) ? null : { difference, margin };
}

function isWithin(difference: number, margin: number | null, times: number): boolean {
	return margin !== null && difference <= margin * times;
}

/** The least distance in the unit of the value; null where the ordinary spread is not known. */
function leastDistance(
	{ unit, difference }: { unit: DistanceUnit; difference: number },
	beside: number,
	ordinarySpread: number | null,
): number | null {
	if (unit === 'points') return difference;
	if (unit === 'percent') return share(beside, difference);
	return ordinarySpread === null || ordinarySpread <= 0 ? null : ordinarySpread * difference;
}

function share(value: number, percent: number): number {
	return (Math.abs(value) * percent) / 100;
}

/** A value with its margin; null where there is none: what is missing is never read as a value. */
export function valueOf({ measured }: Point): Measured | null {
	return 'value' in measured ? measured : null;
}

/** Whether an indicator counts: how many of them there are says first of all how large the area is. */
export function isCount(indicator: string): boolean {
	return ['aantal', 'ha'].includes(indicatorOf(indicator)?.unit.nl ?? '');
}
