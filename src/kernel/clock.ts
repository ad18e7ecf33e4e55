/** What time it is. Handed in everywhere, so that tests decide. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at the given moment. */
export function fixedClock(moment: string): Clock {
	return { now: () => new Date(moment) };
}

/** The calendar day of a moment in the Netherlands, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(moment);
}
