/** How long to wait before trying again. */
export interface Waits {
	/** After the first failure, in milliseconds. */
	first: number;
	/** The longest, in milliseconds. */
	most: number;
}

export const ordinaryWaits: Waits = { first: 1000, most: 5 * 60_000 };

/**
 * Milliseconds to wait after so many failures in a row: twice as long each time, and a random part less, so that the
 * phones of a whole group do not come back at the same moment ("full jitter" by half; M. Brooker, AWS Architecture Blog,
 * 2015, "Exponential Backoff And Jitter"). `random` gives a number from 0 up to 1.
 */
export function waitAfter(failures: number, { first, most }: Waits, random: () => number): number {
	const whole = Math.min(most, first * 2 ** Math.min(Math.max(failures, 1) - 1, 30));
	return Math.round(whole / 2 + (whole / 2) * random());
}

/** Whether a moment has come. A clock that was set back does not make anybody wait longer than the longest wait. */
export function isDue(notBefore: number, now: number, { most }: Waits): boolean {
	return notBefore <= now || notBefore - now > most;
}
