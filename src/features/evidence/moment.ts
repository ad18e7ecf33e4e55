import { invalidField } from '#kernel/failure.ts';
import { dayOf } from '#kernel/clock.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { MomentPrecision } from './evidence-kind.ts';

/** When something was, as a person gives it: a day, a month or a year, and the time when they know it. */
export interface GivenMoment {
	happenedOn: RoughDay | null;
	/** `HH:MM`, on the clock of the Netherlands. */
	happenedTime: string | null;
}

export interface Moment {
	at: Date;
	precision: MomentPrecision;
}

/**
 * The moment that was given; now, when nothing was given. A month or year stands for its first day.
 * Throws a problem with `happenedOn` when it lies in the future.
 */
export function momentOf({ happenedOn, happenedTime }: GivenMoment, now: Date): Moment {
	if (happenedOn === null && happenedTime === null) return { at: now, precision: 'minute' };
	const today = dayOf(now);
	const { on, precision } = happenedOn ?? { on: today, precision: 'day' };
	if (on > today) throw invalidField('happenedOn', 'future_date');
	if (precision !== 'day' || happenedTime === null) return { at: startOfDay(on), precision };
	const at = atClock(on, happenedTime);
	if (at > now) throw invalidField('happenedTime', 'future_date');
	return { at, precision: 'minute' };
}

/** The same, or null when nothing was given: a document may have no moment. */
export function optionalMomentOf(given: GivenMoment, now: Date): Moment | null {
	return given.happenedOn === null ? null : momentOf(given, now);
}

/** A stored moment as the fields of a form show it: ISO text of the day's precision, and the time. */
export function shownMoment(
	at: Date | null,
	precision: string,
): { happenedOn: string; happenedTime: string } {
	if (at === null) return { happenedOn: '', happenedTime: '' };
	return {
		happenedOn: isoOf(dayOf(at), precision) ?? '',
		happenedTime: precision === 'minute' ? timeOf(at) : '',
	};
}

/** The first moment of a day in the Netherlands (`YYYY-MM-DD`), and the first after it: for filters on a period. */
export function startOfDay(day: string): Date {
	return atClock(day, '00:00');
}

export function endOfDay(day: string): Date {
	const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
	return atClock(next.toISOString().slice(0, 10), '00:00');
}

/** The moment at which clocks in the Netherlands show this day and time. */
export function atClock(day: string, time: string): Date {
	const wanted = Date.parse(`${day}T${time}:00Z`);
	// Twice: around the change of the clocks the first guess has the other offset.
	const guess = wanted - offsetAt(new Date(wanted));
	return new Date(wanted - offsetAt(new Date(guess)));
}

const clockFormat = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	dateStyle: 'short',
	timeStyle: 'medium',
});

/** How far clocks in the Netherlands are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date): number {
	const shown = Date.parse(`${clockFormat.format(moment).replace(' ', 'T')}Z`);
	return shown - Math.floor(moment.getTime() / 1000) * 1000;
}

function timeOf(moment: Date): string {
	return clockFormat.format(moment).slice(11, 16);
}
