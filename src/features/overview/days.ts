import { lastDayOf as lastOf } from '#kernel/rough-day.ts';

const day = 86_400_000;

/** How many days lie between two days (`YYYY-MM-DD`); negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

/** The last day that ISO text of any precision may mean (`2026-02` → `2026-02-28`). */
export function lastDayOf(iso: string): string {
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
	return lastOf({ on: `${iso}-01-01`.slice(0, 10), precision });
}
