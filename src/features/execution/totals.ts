/** Money or hours for an approach. */
export interface MeansAmount {
	kind: string;
	/** Whole euro cents of money; null when unknown. */
	cents: number | null;
	hours: number | null;
}

/** What is known of the means, and how many amounts nobody knows yet. */
export interface Totals {
	cents: number;
	moneyKnown: number;
	moneyUnknown: number;
	hours: number;
	hoursKnown: number;
	hoursUnknown: number;
}

/** Adds up what is known; an unknown amount is counted, never taken for 0. */
export function totalsOf(means: readonly MeansAmount[]): Totals {
	const money = means.filter(({ kind }) => kind === 'money');
	const hours = means.filter(({ kind }) => kind === 'hours');
	const knownMoney = money.filter(({ cents }) => cents !== null);
	const knownHours = hours.filter((one) => one.hours !== null);
	return {
		cents: knownMoney.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
		moneyKnown: knownMoney.length,
		moneyUnknown: money.length - knownMoney.length,
		// In hundredths, so that a hundred times 0.1 is 10.
		hours: knownHours.reduce((sum, one) => sum + Math.round((one.hours ?? 0) * 100), 0) / 100,
		hoursKnown: knownHours.length,
		hoursUnknown: hours.length - knownHours.length,
	};
}
