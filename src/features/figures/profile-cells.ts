import { breakBetween, stretchIn, type Stretch } from '#features/areas/area-course.ts';
import { mayBeAddedUp } from './added-up.ts';
import { valueAt, type HeldPublication } from './held-figures.server.ts';
import type { YearValue } from './profile.ts';
import type { PublishedSeries } from './series-of-publication.server.ts';

/** The areas of a profile: its own, and those beside it where they are others. */
export interface ProfileCodes {
	own: string;
	municipality: string | null;
	country: string | null;
}

/** How the own area is followed over the years: counts, that may be added up, and everything else. */
export interface ProfileCourse {
	counts: readonly Stretch[];
	others: readonly Stretch[];
}

/** What one series says of the areas of a profile. */
export interface ProfileCell {
	publication: HeldPublication;
	series: PublishedSeries;
	/** Whether the publication holds the own area, and any of the areas of the profile. */
	holdsOwn: boolean;
	isAsked: boolean;
	own: number | null;
	municipality: number | null;
	country: number | null;
	/**
	 * Of what is now the own area, when the year of the boundaries is looked at: under its own code or former ones. Null
	 * where the publication holds neither; a value that is null is there without one.
	 */
	past: { value: number | null } | null;
	course: readonly Stretch[];
}

/** A cell with all periods of the measure that it is one of, the earliest first. */
export interface ProfileChoice {
	cell: ProfileCell;
	years: YearValue[];
}

/** Every series of the publications that hold one of the areas, the newest publication first. */
export function cellsOf(
	publications: readonly HeldPublication[],
	seriesOf: ReadonlyMap<string, readonly PublishedSeries[]>,
	codes: ProfileCodes,
	course: ProfileCourse,
): ProfileCell[] {
	const isPlain = course.counts === course.others;
	return publications.flatMap((publication) => {
		const figures = (code: string | null) => (code === null ? undefined : publication.figures.get(code));
		const held = [codes.own, codes.municipality, codes.country].map(figures);
		return (seriesOf.get(publication.publicationId) ?? []).map((series): ProfileCell => {
			const stretches = isPlain || mayBeAddedUp(series) ? course.counts : course.others;
			const [own, municipality, country] = held.map((one) => (one ? valueAt(one, series.position) : null));
			return {
				publication,
				series,
				holdsOwn: held[0] !== undefined,
				isAsked: held.some((one) => one !== undefined),
				own: own ?? null,
				municipality: municipality ?? null,
				country: country ?? null,
				past: pastValue(publication, series.position, stretches),
				course: stretches,
			};
		});
	}); // prettier-ignore
}

function pastValue(
	{ boundaryYear, figures }: HeldPublication,
	position: number,
	stretches: readonly Stretch[],
): ProfileCell['past'] {
	const { codes } = stretchIn(stretches, boundaryYear);
	if (codes.length === 1) {
		const held = figures.get(codes[0] as string);
		return held ? { value: valueAt(held, position) } : null;
	}
	const before = codes.length === 0 ? stretches.flatMap(({ brokenBy }) => brokenBy?.codes ?? []) : codes; // prettier-ignore
	if (!before.some((code) => figures.has(code))) return null;
	const parts = codes.map((code) => figures.get(code)).map((held) => held ? valueAt(held, position) : null); // prettier-ignore
	if (parts.length === 0 || parts.includes(null)) return { value: null };
	return { value: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) };
}

/**
 * Of every measure of every publisher the newest period that was filled in, of an area that a publication holds: several
 * cells where several publications are about that period.
 */
export function newestOfEach(cells: readonly ProfileCell[]): ProfileChoice[] {
	return [...Map.groupBy(cells, measureOf).values()].flatMap((same) => {
		const own = same.filter(({ holdsOwn }) => holdsOwn);
		if (own.length === 0) return [];
		const filled = own.filter(hasValue);
		const newest = latest(filled.length > 0 ? filled : own);
		const years = yearsOf(same);
		return same
			.filter((cell) => cell.series.period === newest && cell.isAsked)
			.map((cell) => ({ cell, years }));
	});
}

/** One series, whatever its period. */
export function choiceOfSeries(cells: readonly ProfileCell[], seriesId: number): ProfileChoice[] {
	const cell = cells.find(({ series }) => series.seriesId === seriesId);
	if (!cell) return [];
	const measure = measureOf(cell);
	return [{ cell, years: yearsOf(cells.filter((one) => measureOf(one) === measure)) }];
}

function measureOf({ publication, series }: ProfileCell): string {
	const what = series.indicator ?? `${publication.family} ${series.measure}`;
	return `${publication.publisher} ${what}`;
}

function hasValue({ own, municipality, country }: ProfileCell): boolean {
	return own !== null || municipality !== null || country !== null;
}

function latest(cells: readonly ProfileCell[]): string {
	return cells.reduce((last, { series }) => (series.period > last ? series.period : last), '');
}

/** Of several publications about one period the newest counts, and an older one where it has no value. */
function yearsOf(cells: readonly ProfileCell[]): YearValue[] {
	const byPeriod = Map.groupBy(
		cells.filter(({ past }) => past !== null),
		({ series }) => series.period,
	);
	const periods = [...byPeriod.keys()].toSorted();
	let before: number | undefined;
	return periods.map((period) => {
		const same = byPeriod.get(period) as [ProfileCell];
		const told = same.find(({ past }) => past?.value !== null) ?? same[0];
		const { boundaryYear } = told.publication;
		const brokenBy = breakBetween(told.course, before ?? boundaryYear, boundaryYear);
		before = boundaryYear;
		return {
			period,
			own: told.past?.value ?? null,
			country: same.find((one) => one.country !== null)?.country ?? null,
			isBreak: brokenBy !== null,
			brokenBy,
		};
	});
}
