import * as v from 'valibot';
import { parseTypedDate } from '#ui/typed-text.ts';

/** A date that may be known to the month or the year only. */
export interface RoughDate {
	/** `YYYY-MM-DD`: the first day of what is known. */
	on: string;
	precision: 'day' | 'month' | 'year';
}

/** A date as people write it, of any precision (31-12-2026, 12-2026, 2026, 2026-12-31). */
export const roughDate = () =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.nonEmpty('required'),
		v.check((text) => parseTypedDate(text) !== undefined, 'not_a_date'),
		v.transform((text) => toRoughDate(parseTypedDate(text) ?? text)),
	);

/** The same, or null when left out. */
export const optionalRoughDate = () => v.optional(v.nullable(roughDate()), null);

/** ISO text of any precision, as `RoughDate`. */
export function toRoughDate(iso: string): RoughDate {
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
	return { on: iso + '-01-01'.slice(iso.length - 4), precision };
}

/** ISO text that says no more than is known: `2026-12-31`, `2026-12` or `2026`. */
export function roughIso(on: string, precision: string): string {
	return precision === 'year' ? on.slice(0, 4) : precision === 'month' ? on.slice(0, 7) : on;
}

/** The same for a date that may be unknown. */
export function optionalRoughIso(on: string | null, precision: string): string | null {
	return on === null ? null : roughIso(on, precision);
}

/** The last day that a date of this precision may mean (`2026-02` → `2026-02-28`). */
export function lastDayOf({ on, precision }: RoughDate): string {
	if (precision === 'day') return on;
	const [year = 0, month = 1] = on.split('-').map(Number);
	const after = precision === 'year' ? Date.UTC(year + 1, 0, 0) : Date.UTC(year, month, 0);
	return new Date(after).toISOString().slice(0, 10);
}

/** Whether a period ends before it begins, whatever day within their precision is meant. */
export function endsBeforeStart(start: RoughDate | null, end: RoughDate | null): boolean {
	return start !== null && end !== null && lastDayOf(end) < start.on;
}
