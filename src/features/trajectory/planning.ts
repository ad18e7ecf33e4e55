interface Suggested {
	weeks: number;
}

export interface PlannedPhase<Phase> {
	phase: Phase;
	/** `YYYY-MM-DD`, or null when no first day was given. */
	startsOn: string | null;
	endsOn: string | null;
}

const day = 24 * 60 * 60 * 1000;

/** Lays the suggested phases one after another from a first day (`YYYY-MM-DD`); without one, they have no dates yet. */
export function planFrom<Phase extends Suggested>(
	phases: readonly Phase[],
	firstDay: string | null,
): PlannedPhase<Phase>[] {
	if (!firstDay) return phases.map((phase) => ({ phase, startsOn: null, endsOn: null }));
	let at = Date.parse(`${firstDay}T00:00:00Z`);
	return phases.map((phase) => {
		const startsOn = asDay(at);
		at += phase.weeks * 7 * day;
		return { phase, startsOn, endsOn: asDay(at - day) };
	});
}

function asDay(moment: number): string {
	return new Date(moment).toISOString().slice(0, 10);
}
