import {
	ordinaryDifference,
	ordinaryDifferences,
} from '#features/figures/ordinary-difference.server.ts';
import { valuesOverTime } from '#features/figures/values-over-time.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { besideArea, besideComparable, newestOfAll, pointsOf, publishedPeriods, valuesAt, type Values, type WatchedArea } from './courses.ts'; // prettier-ignore
import { ruleLevels, type Comparison, type RuleLevel } from './rule.schema.ts';
import { indicatorsOf, type Rule } from './rule.ts';
import { valueOf, verdictsOf, type Beside, type Course, type Point, type Sign } from './signs.ts';

/** What a rule found about an area. */
export interface Found {
	ruleKey: string;
	area: WatchedArea;
	/** The indicator; '' for a rule about several together. */
	subject: string;
	signs: Sign[];
	/** How many of the signs do not rest on one another. */
	counted: number;
	/** How many people live there; null when that is not known. */
	residents: number | null;
}

/** Where areas lie, and what they are compared with. */
export interface Surroundings {
	/** The names of the municipalities (by code) and of the country (`NL`). */
	names: ReadonlyMap<string, string>;
	/** The codes of comparable areas by code; empty where no rule asks for them. */
	comparable: ReadonlyMap<string, readonly string[]>;
}

/** What was read about one indicator for areas of one level. */
interface Read {
	values: Values;
	points: ReadonlyMap<string, Point[]>;
	ordinary: ReadonlyMap<number, number>;
	ordinaryHere: number | null;
}

/**
 * What these rules find about these areas, in no particular order of rules. One statement an indicator and level; memory grows
 * with the areas that are given, not with the country.
 */
export async function computeWarnings(
	reader: Reader,
	municipalityId: string,
	rules: readonly Pick<Rule, 'key' | 'content'>[],
	areas: readonly WatchedArea[],
	around: Surroundings,
): Promise<Found[]> {
	const found: Found[] = [];
	for (const level of ruleLevels) {
		const some = areas.filter((area) => area.level === level);
		const held = rules.filter(({ content }) => content.levels.includes(level));
		if (some.length === 0 || held.length === 0) continue;
		const wanted = new Set(held.flatMap(({ content }) => indicatorsOf(content)));
		const read = new Map<string, Read>();
		for (const indicator of ['residents', ...wanted])
			read.set(
				indicator,
				await readIndicator(reader, municipalityId, { indicator, level, areas: some, around }),
			);
		for (const area of some) for (const rule of held) found.push(...look(rule, area, read, around));
	}
	return found;
}

async function readIndicator(
	reader: Reader,
	municipalityId: string,
	{ indicator, level, areas, around }: { indicator: string; level: RuleLevel; areas: readonly WatchedArea[]; around: Surroundings }, // prettier-ignore
): Promise<Read> {
	const codes = areas.map(({ code }) => code);
	const others = codes.flatMap((code) => around.comparable.get(code) ?? []);
	const all = [...new Set([...codes, ...others, ...around.names.keys()])];
	const values = await valuesOverTime(reader, municipalityId, { indicator }, all);
	const newest = newestOfAll(values, codes);
	const published = publishedPeriods(values, codes);
	const points = new Map(
		codes.map((code) => [
			code,
			newest === null ? [] : pointsOf(values.get(code) ?? [], newest, published),
		]),
	);
	const seriesIds = [...points.values()].flatMap((some) => some.at(-1)?.seriesId ?? []);
	const ordinary = await ordinaryDifferences(
		reader,
		municipalityId,
		[...new Set(seriesIds)],
		level,
	);
	return {
		values,
		points,
		ordinary,
		ordinaryHere: ordinaryDifference(valuesAt([...points.values()])),
	};
}

function look(
	{ key, content }: Pick<Rule, 'key' | 'content'>,
	area: WatchedArea,
	read: ReadonlyMap<string, Read>,
	around: Surroundings,
): Found[] {
	const against = 'against' in content ? content.against : 'municipality';
	const courses = indicatorsOf(content).flatMap((indicator): Course[] => {
		const one = read.get(indicator);
		const points = one?.points.get(area.code) ?? [];
		if (!one || points.length === 0) return [];
		const ordinarySpread = one.ordinary.get(points.at(-1)!.seriesId) ?? one.ordinaryHere;
		return [
			{ indicator, points, ordinarySpread, beside: besideOf(against, area, one.values, around) },
		];
	});
	const residents = residentsOf(read.get('residents')?.points.get(area.code) ?? []);
	return verdictsOf(content, courses, residents).map((verdict) => ({
		ruleKey: key,
		area,
		residents,
		...verdict,
	}));
}

function besideOf(
	against: Comparison,
	area: WatchedArea,
	values: Values,
	{ names, comparable }: Surroundings,
): Beside | null {
	if (against === 'comparable') return besideComparable(values, comparable.get(area.code) ?? []);
	const code = against === 'country' ? 'NL' : `GM${area.code.slice(2, 6)}`;
	const some = values.get(code);
	return some && some.length > 0 ? besideArea(against, names.get(code) ?? code, some) : null;
}

function residentsOf(points: readonly Point[]): number | null {
	const newest = points.at(-1);
	return (newest && valueOf(newest)?.value) ?? null;
}
