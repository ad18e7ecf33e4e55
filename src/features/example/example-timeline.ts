import { atClock } from '#features/evidence/moment.ts';
import { dayOf } from '#kernel/clock.ts';
import type { ExampleRun } from './example-step.ts';
import type { ExampleMoment } from './lifeworld-file.ts';

/** Something that happens in the example at its own moment. */
export interface ExampleEvent {
	at: Date;
	/** Steps of the example, carried out while its clock stands at `at`. */
	happen: () => Promise<unknown>;
}

/** The calendar day of a moment of the example, counted from the week in which it was first loaded (`YYYY-MM-DD`). */
export function dayAt(
	{ firstLoaded }: Pick<ExampleRun, 'firstLoaded'>,
	moment: ExampleMoment,
): string {
	const day = new Date(`${dayOf(firstLoaded)}T00:00:00Z`);
	const sinceMonday = (day.getUTCDay() + 6) % 7;
	const days = moment.weekday - 1 - sinceMonday - 7 * moment.weeksAgo;
	return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export function timeAt(run: Pick<ExampleRun, 'firstLoaded'>, moment: ExampleMoment): Date {
	return atClock(dayAt(run, moment), moment.time);
}

/** Carries out events in the order of time, each as if it were then; at one moment in the order of the list. */
export async function letHappen(run: ExampleRun, events: readonly ExampleEvent[]): Promise<void> {
	try {
		for (const { at, happen } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
			run.clock.standsAt = at;
			await happen();
		}
	} finally {
		run.clock.standsAt = null;
	}
}
