import type { ObservationDetails } from '#features/evidence/evidence-details.schema.ts';

/** A day has four parts of six hours: night, morning, afternoon, evening. */
export const HOURS_OF_PART = 6;
/** In the order of a day that people are out in; each is the part's number from midnight on. */
export const parts = [
	{ id: 'morning', part: 1 },
	{ id: 'afternoon', part: 2 },
	{ id: 'evening', part: 3 },
	{ id: 'night', part: 0 },
] as const;
export type PartId = (typeof parts)[number]['id'];

/** Observations of a place that are alike: how many there were on this weekday (1 is Monday) and part of the day. */
export interface VisitCount {
	weekday: number;
	part: number;
	busy: ObservationDetails['busy'];
	mood: ObservationDetails['mood'];
	order: ObservationDetails['order'];
	who: ObservationDetails['who'];
	times: number;
}

export interface Visits {
	timed: VisitCount[];
	/** Observations of which the time is not known: they are in no cell. */
	undated: number;
}

/** What was seen on one weekday in one part of the day. Numbers count observations, never people. */
export interface PictureCell {
	weekday: number;
	part: PartId;
	/** How often somebody looked; 0: nobody did yet, which says nothing about the place. */
	times: number;
	busy: Map<string, number>;
	mood: Map<string, number>;
	who: Map<string, number>;
	/** From 0 (quiet) to 1 (busy) on average, over those that said so; null when none did. */
	busyness: number | null;
}

const busynessOf: Record<string, number> = { quiet: 0, normal: 0.5, busy: 1 };

/** The picture of a place: a cell for every weekday and part of the day, in that order, also where nobody looked. */
export function pictureOf(visits: readonly VisitCount[]): PictureCell[] {
	return parts.flatMap(({ id, part }) =>
		[1, 2, 3, 4, 5, 6, 7].map((weekday) =>
			cellOf(
				weekday,
				id,
				visits.filter((one) => one.weekday === weekday && one.part === part),
			),
		),
	);
}

function cellOf(weekday: number, part: PartId, visits: readonly VisitCount[]): PictureCell {
	const cell = {
		weekday,
		part,
		times: 0,
		busy: new Map<string, number>(),
		mood: new Map<string, number>(),
		who: new Map<string, number>(),
	};
	for (const { times, busy, mood, who } of visits) {
		cell.times += times;
		if (busy) count(cell.busy, busy, times);
		if (mood) count(cell.mood, mood, times);
		for (const group of who) count(cell.who, group, times);
	}
	return { ...cell, busyness: busynessIn(cell.busy) };
}

function busynessIn(busy: ReadonlyMap<string, number>): number | null {
	const said = [...busy.values()].reduce((sum, times) => sum + times, 0);
	if (said === 0) return null;
	return [...busy].reduce((sum, [one, times]) => sum + (busynessOf[one] ?? 0) * times, 0) / said;
}

function count(into: Map<string, number>, key: string, times: number): void {
	into.set(key, (into.get(key) ?? 0) + times);
}

/** How often each was named, the most often first. */
export function ranked(counts: ReadonlyMap<string, number>): [string, number][] {
	return [...counts].sort(([, a], [, b]) => b - a);
}
