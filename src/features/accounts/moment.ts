const minute = 60_000;

/** A moment so many minutes after another. */
export function minutesAfter(moment: Date, minutes: number): Date {
	return new Date(moment.getTime() + minutes * minute);
}

/** A moment so many times 24 hours after another. */
export function daysAfter(moment: Date, days: number): Date {
	return minutesAfter(moment, days * 24 * 60);
}
