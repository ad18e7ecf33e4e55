import { lastDayOf } from '#kernel/rough-day.ts';

interface Timed {
	id: string;
	/** ISO text of any precision; null when unknown. */
	starts: string | null;
	ends: string | null;
}

/** A bar on the time line, in shares of its width (0–1). */
interface Bar {
	id: string;
	from: number;
	to: number;
	/** Its start or end is not known: the bar runs on to the edge of the line, and fades. */
	openStart: boolean;
	openEnd: boolean;
}

export interface TimeLine {
	/** The first and the last year that the line shows. */
	firstYear: number;
	lastYear: number;
	bars: Bar[];
	/** Where today is; null when it lies outside. */
	today: number | null;
}

/**
 * Lays approaches out on a line of whole years. An end known to the month or the year lasts until its last day. What
 * has neither start nor end has no bar. Null when nothing has a date.
 */
export function timeLineOf(approaches: readonly Timed[], today: string): TimeLine | null {
	const dated = approaches.filter(({ starts, ends }) => starts !== null || ends !== null);
	const years = dated.flatMap(({ starts, ends }) =>
		[starts, ends].filter((iso) => iso !== null).map((iso) => Number(iso.slice(0, 4))),
	);
	if (years.length === 0) return null;
	const firstYear = Math.min(...years);
	const lastYear = Math.max(...years);
	const share = shareIn(firstYear, lastYear);
	const now = share(today);
	return {
		firstYear,
		lastYear,
		today: now >= 0 && now < 1 ? now : null,
		bars: dated.map(({ id, starts, ends }) => ({
			id,
			from: starts === null ? 0 : share(firstDayOf(starts)),
			to: ends === null ? 1 : share(dayAfter(ends)),
			openStart: starts === null,
			openEnd: ends === null,
		})),
	};
}

function shareIn(firstYear: number, lastYear: number): (day: string) => number {
	const begin = Date.UTC(firstYear, 0, 1);
	const length = Date.UTC(lastYear + 1, 0, 1) - begin;
	return (day) => (Date.parse(day) - begin) / length;
}

function firstDayOf(iso: string): string {
	return `${iso}-01-01`.slice(0, 10);
}

function dayAfter(iso: string): string {
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
	const last = lastDayOf({ on: firstDayOf(iso), precision });
	return new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
}
