import { valueAt, type HeldPublication } from './held-figures.server.ts';
import type { YearValue } from './profile.ts';
import type { PublishedSeries } from './series-of-publication.server.ts';

/** The areas of a profile: its own, and those beside it where they are others. */
export interface ProfileCodes {
	own: string;
	municipality: string | null;
	country: string | null;
}

/** What one series says of the areas of a profile. */
export interface ProfileCell {
	publication: HeldPublication;
	series: PublishedSeries;
	/** Whether the publication holds the own area. */
	holdsOwn: boolean;
	own: number | null;
	municipality: number | null;
	country: number | null;
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
): ProfileCell[] {
	return publications.flatMap((publication) => {
		const figures = (code: string | null) => (code === null ? undefined : publication.figures.get(code));
		const held = [codes.own, codes.municipality, codes.country].map(figures);
		return (seriesOf.get(publication.publicationId) ?? []).map((series): ProfileCell => {
			const [own, municipality, country] = held.map((one) => (one ? valueAt(one, series.position) : null));
			return {
				publication,
				series,
				holdsOwn: held[0] !== undefined,
				own: own ?? null,
				municipality: municipality ?? null,
				country: country ?? null,
			};
		});
	}); // prettier-ignore
}

/**
 * Of every measure of every publisher the newest period that was filled in, of an area that a publication holds: several
 * cells where several publications are about that period. `brokenIn` are the years in which the area changed.
 */
export function newestOfEach(
	cells: readonly ProfileCell[],
	brokenIn: readonly number[],
): ProfileChoice[] {
	return [...Map.groupBy(cells, measureOf).values()].flatMap((same) => {
		const own = same.filter(({ holdsOwn }) => holdsOwn);
		if (own.length === 0) return [];
		const filled = own.filter(hasValue);
		const newest = latest(filled.length > 0 ? filled : own);
		const years = yearsOf(own, brokenIn);
		return same.filter(({ series }) => series.period === newest).map((cell) => ({ cell, years }));
	});
}

/** One series, whatever its period. */
export function choiceOfSeries(
	cells: readonly ProfileCell[],
	seriesId: number,
	brokenIn: readonly number[],
): ProfileChoice[] {
	const cell = cells.find(({ series }) => series.seriesId === seriesId);
	if (!cell) return [];
	const measure = measureOf(cell);
	const own = cells.filter((one) => one.holdsOwn && measureOf(one) === measure);
	return [{ cell, years: yearsOf(own, brokenIn) }];
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
function yearsOf(cells: readonly ProfileCell[], brokenIn: readonly number[]): YearValue[] {
	const byPeriod = Map.groupBy(cells, ({ series }) => series.period);
	const periods = [...byPeriod.keys()].toSorted();
	let before: number | undefined;
	return periods.map((period) => {
		const same = byPeriod.get(period) as ProfileCell[];
		const { boundaryYear } = (same[0] as ProfileCell).publication;
		const from = Math.min(before ?? boundaryYear, boundaryYear);
		const to = Math.max(before ?? boundaryYear, boundaryYear);
		before = boundaryYear;
		return {
			period,
			own: same.find((one) => one.own !== null)?.own ?? null,
			country: same.find((one) => one.country !== null)?.country ?? null,
			isBreak: brokenIn.some((year) => from < year && year <= to),
		};
	});
}
