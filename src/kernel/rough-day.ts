import type { RoughDay } from './fields.ts';

/** The last day that a day of this precision may mean (`2026-02` → `2026-02-28`). */
export function lastDayOf({ on, precision }: RoughDay): string {
	if (precision === 'day') return on;
	const [year = 0, month = 1] = on.split('-').map(Number);
	const last = precision === 'year' ? Date.UTC(year + 1, 0, 0) : Date.UTC(year, month, 0);
	return new Date(last).toISOString().slice(0, 10);
}

/** Whether a period ends before it begins, whatever day within their precision is meant. */
export function endsBeforeStart(starts: RoughDay | null, ends: RoughDay | null): boolean {
	return starts !== null && ends !== null && lastDayOf(ends) < starts.on;
}
