import { sql } from 'kysely';
import { codesAbove, findArea, ownCode, type Area } from '#features/areas/area.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { indicatorOf } from './catalogue.ts';
import { columnsOfLevel } from './columns.server.ts';
import { followedBy } from './figure-paths.ts';
import { missingTexts, type MissingText } from './measured.ts';
import { seriesList } from './series.server.ts';
import type { SeriesFacts } from './series.ts';
import { valuesOverTime, type PeriodValue } from './values-over-time.server.ts';
import { valuesOfSeries, type AreaValue } from './values.server.ts';

/** The levels at which areas are put in order. */
export const rankedLevels = ['municipality', 'district', 'neighbourhood'] as const;
export type RankedLevel = (typeof rankedLevels)[number];

/** Where: in the municipality of the area, or the whole country. */
export const rankedScopes = ['municipality', 'country'] as const;
export type RankedScope = (typeof rankedScopes)[number];

export interface IndicatorAsked {
	/** An id of the catalogue, or `family:measure`. */
	id: string;
	areaCode?: string | undefined;
	period?: string | undefined;
	publisher?: string | undefined;
	level?: RankedLevel | undefined;
	scope?: RankedScope | undefined;
	page?: number | undefined;
}

/** An area in order of its value. */
export interface RankedArea extends AreaValue {
	/** 1 is the highest; equal values share it. */
	rank: number;
	isShared: boolean;
}

export interface IndicatorRanking {
	level: RankedLevel;
	scope: RankedScope;
	/** The part that is shown: all of a municipality, all municipalities, or 50 wijken or buurten of the country. */
	areas: RankedArea[];
	page: number;
	pageSize: number;
	/** How many areas have a value. */
	total: number;
	/** Those without a value: by name within a municipality, in number in the country. */
	missing: { reason: MissingText; count: number; areas: { code: string; name: string }[] }[];
}

export interface IndicatorPage {
	/** The series that is shown; null when nothing was imported about it. */
	series: SeriesFacts | null;
	/** The periods that were imported, the newest first. */
	periods: string[];
	/** Who publish it, each with the newest period. */
	publishers: { publisher: string; period: string }[];
	/** The chosen area, or the own municipality; null when that was not imported. */
	area: Area | null;
	above: Area[];
	/** Null where the level is lower than the figure may be shown at. */
	ranking: IndicatorRanking | null;
	/** The area, its municipality and the country over the periods. */
	courses: { area: Area; values: PeriodValue[] }[];
}

const PAGE_SIZE = 50;
/** There are some 350: a ranking that one looks through, and a map that needs them all. */
const MOST_MUNICIPALITIES = 1000;

/** Everything that the page of an indicator shows. Throws `area.not_imported` for an area that is asked for and not known. */
export async function indicatorPageOf(
	reader: Reader,
	actor: Actor,
	asked: IndicatorAsked,
): Promise<IndicatorPage> {
	const municipalityId = municipalityOf(actor);
	const followed = followedBy(asked.id);
	const all = await seriesList(reader, municipalityId, followed);
	const { area, above } = await areaOf(reader, actor, asked.areaCode);
	const publishers = publishersOf(all);
	const publisher = publishers.find((one) => one.publisher === asked.publisher)?.publisher ?? publishers[0]?.publisher; // prettier-ignore
	const list = all.filter((one) => one.publication.publisher === publisher);
	const periods = [...new Set(list.map(({ period }) => period))];
	const bare = {
		publishers,
		periods,
		area,
		above,
		series: null,
		ranking: null,
		courses: [],
	};
	if (!publisher || !area) return bare;
	const shown = [area, ...above.filter(({ level }) => level === 'municipality' || level === 'country')]; // prettier-ignore
	const which = 'indicator' in followed ? { ...followed, publisher } : followed;
	const values = await valuesOverTime(reader, municipalityId, which, shown.map(({ code }) => code)); // prettier-ignore
	const courses = shown.map((one) => ({ area: one, values: values.get(one.code) ?? [] }));
	const period =
		periods.find((one) => one === asked.period) ?? newestFilled(courses) ?? periods[0]!;
	const level = levelOf(asked, area);
	const scope = level === 'municipality' || area.level === 'country' ? 'country' : (asked.scope ?? 'municipality'); // prettier-ignore
	const series = seriesOf(list, courses, period, scope);
	const ranking = isShownAt(series, level)
		? await rankingOf(reader, municipalityId, { series, level, scope, area, page: asked.page })
		: null;
	return { ...bare, series, ranking, courses };
}

function publishersOf(all: readonly SeriesFacts[]): { publisher: string; period: string }[] {
	const found = new Map<string, string>();
	for (const { publication, period } of all)
		if (!found.has(publication.publisher)) found.set(publication.publisher, period);
	return [...found].map(([publisher, period]) => ({ publisher, period }));
}

/** The area that is asked for, or the own municipality. */
async function areaOf(
	reader: Reader,
	actor: Actor,
	code: string | undefined,
): Promise<{ area: Area | null; above: Area[] }> {
	if (code) return findArea(reader, actor, code);
	const own = await ownCode(reader, actor);
	return findArea(reader, actor, own).catch((error: unknown) => {
		if (error instanceof Failure && error.code === 'area.not_imported')
			return { area: null, above: [] };
		throw error;
	});
}

function newestFilled(courses: IndicatorPage['courses']): string | undefined {
	const filled = courses.flatMap(({ values }) =>
		values.filter(({ measured }) => 'value' in measured).map(({ period }) => period),
	);
	return filled.toSorted().at(-1);
}

/** As asked; else the level of the area, and the wijken for a municipality. */
function levelOf({ level }: IndicatorAsked, area: Area): RankedLevel {
	if (level) return level;
	if (area.level === 'country') return 'municipality';
	return area.level === 'municipality' ? 'district' : area.level;
}

/** Of several tables about one period: for the country one that covers it, else the one that holds the area. */
function seriesOf(
	list: readonly SeriesFacts[],
	courses: IndicatorPage['courses'],
	period: string,
	scope: RankedScope,
): SeriesFacts {
	const same = list.filter((one) => one.period === period);
	const held = courses.flatMap(({ values }) => values).find((one) => one.period === period);
	const covering = same.find(({ publication }) => publication.coversCountry);
	const wanted = scope === 'country' ? (covering ?? held) : held;
	return same.find(({ seriesId }) => seriesId === wanted?.seriesId) ?? same[0]!;
}

const depth = { gemeente: 0, wijk: 1, buurt: 2 };

function isShownAt({ indicator }: SeriesFacts, level: RankedLevel): boolean {
	const lowest = indicatorOf(indicator)?.lowestLevel ?? 'buurt';
	return rankedLevels.indexOf(level) <= depth[lowest];
}

/** Within which municipality the areas are put in order; null for the whole country. */
function placeRanked(scope: RankedScope, { code }: Pick<Area, 'code'>): string | null {
	if (scope === 'country') return null;
	return [code, ...codesAbove(code)].find((one) => one.startsWith('GM')) ?? null;
}

interface ToRank {
	series: SeriesFacts;
	level: RankedLevel;
	scope: RankedScope;
	area: Area;
	page: number | undefined;
}

async function rankingOf(
	reader: Reader,
	municipalityId: string,
	what: ToRank,
): Promise<IndicatorRanking> {
	const { series, level, scope, area } = what;
	if (scope === 'country') return rankingOfCountry(reader, municipalityId, what);
	const within = placeRanked(scope, area)!;
	const values = await valuesOfSeries(reader, municipalityId, series.seriesId, { level, within });
	const known = values.filter(({ measured }) => 'value' in measured);
	const ranks = ranksOf(known.map(({ measured }) => ('value' in measured ? measured.value : NaN)));
	const areas = known.map((one, at) => ({ ...one, ...ranks[at]! }));
	const byReason = Map.groupBy(
		values.filter(({ measured }) => 'missing' in measured),
		({ measured }) => ('missing' in measured ? measured.missing : 'not_published'),
	);
	return {
		...{ level, scope, page: 1, pageSize: Math.max(1, known.length), total: known.length },
		areas: areas.toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'nl')),
		missing: [...byReason].map(([reason, same]) => ({
			reason,
			count: same.length,
			areas: same.map(({ code, name }) => ({ code, name })),
		})),
	};
}

/** Thousands of areas: only their codes and values are read, and the names of those on the page. */
async function rankingOfCountry(
	reader: Reader,
	municipalityId: string,
	{ series, level, scope, area, page: asked }: ToRank,
): Promise<IndicatorRanking> {
	const { publication, position, seriesId } = series;
	const { codes, columns } = await columnsOfLevel(reader, municipalityId, publication.id, [position], level); // prettier-ignore
	const column = columns[0]!;
	const known = codes
		.map((code, at) => ({ code, value: column[at]! }))
		.filter(({ value }) => !Number.isNaN(value))
		.toSorted((a, b) => b.value - a.value);
	const ranks = ranksOf(known.map(({ value }) => value));
	const own = known.findIndex(({ code }) => code === area.code);
	const pageSize = level === 'municipality' ? MOST_MUNICIPALITIES : PAGE_SIZE;
	const last = Math.max(1, Math.ceil(known.length / pageSize));
	const page = Math.min(last, asked ?? Math.floor(Math.max(0, own) / pageSize) + 1);
	const from = (page - 1) * pageSize;
	const part = known.slice(from, from + pageSize);
	const named = await valuesOfSeries(reader, municipalityId, seriesId, { codes: part.map(({ code }) => code) }); // prettier-ignore
	const byCode = new Map(named.map((one) => [one.code, one]));
	return {
		...{ level, scope, page, pageSize, total: known.length },
		areas: part.flatMap(({ code }, at) => {
			const one = byCode.get(code);
			return one ? [{ ...one, ...ranks[from + at]! }] : [];
		}),
		missing: await missingInCountry(reader, municipalityId, series, level),
	};
}

async function missingInCountry(
	reader: Reader,
	municipalityId: string,
	{ publication, position }: SeriesFacts,
	level: RankedLevel,
): Promise<IndicatorRanking['missing']> {
	const { rows } = await sql<{ missing: number; count: number }>`
		SELECT f.missing[${position}::integer + 1] AS missing, count(*)::integer AS count
		FROM area_figures AS f JOIN area AS a ON a.municipality_id = f.municipality_id AND a.id = f.area_id
		WHERE f.municipality_id = ${municipalityId}::uuid AND f.publication_id = ${publication.id}::uuid
			AND a.level = ${level}::text AND f.missing[${position}::integer + 1] > 0
		GROUP BY 1 ORDER BY 2 DESC`.execute(reader);
	return rows.map(({ missing, count }) => ({
		reason: missingTexts[missing - 1] as MissingText,
		count,
		areas: [],
	}));
}

/** The places of values in any order: equal ones share the place, and the places after them are left out. */
function ranksOf(values: readonly number[]): { rank: number; isShared: boolean }[] {
	const sorted = values.toSorted((a, b) => b - a);
	const first = new Map<number, number>();
	const counts = new Map<number, number>();
	for (const [at, value] of sorted.entries()) {
		if (!first.has(value)) first.set(value, at + 1);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return values.map((value) => ({
		rank: first.get(value)!,
		isShared: counts.get(value)! > 1,
	}));
}
