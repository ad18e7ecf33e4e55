import { isLate } from '#features/analysis/worklist.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { daysBetween, lastDayOf } from './days.ts';
import type { MomentName, Situation } from './situation.ts';

/**
 * One thing that a group could do next. Of a moment: its last day (ISO, as precise as known) and how many days away that is.
 * What it is called in a language stands in `next-step-text.ts`.
 */
export type NextStep =
	| { what: 'go_out' }
	| { what: 'moment_soon'; name: string; days: number; ends: string }
	| { what: 'moment_passed'; name: string; days: number; ends: string }
	| { what: 'politics_soon'; moment: MomentName; days: number; ends: string }
	| { what: 'politics_passed'; moment: MomentName; days: number; ends: string }
	| { what: 'untold'; sessionId: string }
	| { what: 'party_missing'; names: Bilingual[] }
	| { what: 'professionals_only'; names: Bilingual[] }
	| { what: 'empty_themes'; names: Bilingual[] }
	| { what: 'needs_ours'; needs: { id: string; question: string }[]; late: number }
	| { what: 'needs_due'; needs: { id: string; question: string }[] }
	| { what: 'without_source'; count: number }
	| { what: 'warnings'; count: number }
	| { what: 'not_weighed'; count: number }
	| { what: 'without_decision'; items: { id: string; title: string }[] }
	| { what: 'without_approach'; items: { id: string; title: string }[] }
	| { what: 'no_progress'; approaches: { id: string; title: string }[] };

/** A moment is near from this many days before; a question is due from this many. */
const soon = 28;
const dueSoon = 14;
/** A planned moment that was not ticked off is asked about for this long; after that it is history. */
const askedAfter = 60;
/** An approach without word for this long is quiet. */
const quietAfter = 90;

/**
 * What would help most now, the first thing first: going out comes before the form, people before paper, and nothing
 * here is an order. Made by plain rules from what is there; for a trajectory of the past no date is late.
 */
export function nextSteps(at: Situation): NextStep[] {
	if (at.fromLifeworld === 0 && at.findings === 0)
		return [{ what: 'go_out' }, ...warnings(at), ...moments(at), ...politics(at), ...missing(at)];
	return [
		...(at.fromLifeworld === 0 ? [{ what: 'go_out' } as const] : []),
		...ourNeeds(at),
		...warnings(at),
		...moments(at),
		...politics(at),
		...missing(at),
		...voices(at),
		...holes(at),
		...dueNeeds(at),
		...agenda(at),
		...quiet(at),
	];
}

/** Figures that are a reason to go and look; not in a trajectory of the past. */
function warnings({ warnings: count, isRunning }: Situation): NextStep[] {
	return isRunning && count > 0 ? [{ what: 'warnings', count }] : [];
}

function moments({ phases, today, isRunning }: Situation): NextStep[] {
	if (!isRunning) return [];
	return phases.flatMap(({ name, ends, doneOn }): NextStep[] => {
		if (ends === null || doneOn !== null) return [];
		const days = daysBetween(today, lastDayOf(ends));
		if (days >= 0 && days <= soon) return [{ what: 'moment_soon', name, days, ends }];
		return days < 0 && days >= -askedAfter ? [{ what: 'moment_passed', name, days, ends }] : [];
	});
}

/** Moments with those politically responsible, and decisions of which nobody was told. */
function politics({ politics: planned, untold, today, isRunning }: Situation): NextStep[] {
	if (!isRunning) return [];
	const near = planned.flatMap((moment): NextStep[] => {
		const ends = moment.heldOn;
		if (ends === null || (moment.state !== 'planned' && moment.state !== 'moved')) return [];
		const days = daysBetween(today, lastDayOf(ends));
		if (days >= 0 && days <= soon) return [{ what: 'politics_soon', moment, days, ends }];
		return days < 0 && days >= -askedAfter ? [{ what: 'politics_passed', moment, days, ends }] : [];
	});
	return [...near, ...untold.map((sessionId) => ({ what: 'untold', sessionId }) as const)];
}

function missing({ parties }: Situation): NextStep[] {
	const names = parties.filter(({ count }) => count === 0).map(({ name }) => name);
	return names.length > 0 ? [{ what: 'party_missing', names }] : [];
}

function voices({ unknowns }: Situation): NextStep[] {
	const names = unknowns.professionalsOnly.map(({ theme }) => theme.name);
	return names.length > 0 ? [{ what: 'professionals_only', names }] : [];
}

function holes({ unknowns, findings }: Situation): NextStep[] {
	const names = unknowns.emptyThemes.map(({ theme }) => theme.name);
	const count = unknowns.withoutSource.length;
	return [
		...(names.length > 0 && findings > 0 ? [{ what: 'empty_themes', names } as const] : []),
		...(count > 0 ? [{ what: 'without_source', count } as const] : []),
	];
}

/** What the reader's own organisation finds out, the most urgent first, with or without a day. */
function ourNeeds(at: Situation): NextStep[] {
	if (!at.isRunning) return [];
	const ours = at.unknowns.openNeeds.filter((need) => isOurs(need, at));
	const needs = ours.map(({ id, question }) => ({ id, question }));
	const late = ours.filter((need) => isLate(need, at)).length;
	return needs.length > 0 ? [{ what: 'needs_ours', needs, late }] : [];
}

function dueNeeds(at: Situation): NextStep[] {
	if (!at.isRunning) return [];
	const needs = at.unknowns.openNeeds.filter(
		(need) =>
			need.dueOn !== null && daysBetween(at.today, need.dueOn) <= dueSoon && !isOurs(need, at),
	);
	return needs.length > 0
		? [{ what: 'needs_due', needs: needs.map(({ id, question }) => ({ id, question })) }]
		: [];
}

function isOurs(
	{ whoOrganisationId }: { whoOrganisationId: string | null },
	{ organisationId }: Situation,
): boolean {
	return organisationId !== null && whoOrganisationId === organisationId;
}

function agenda(at: Situation): NextStep[] {
	const decided = at.itemsWithoutDecision.map(({ id, title }) => ({ id, title }));
	const taken = at.itemsWithoutApproach.map(({ id, title }) => ({ id, title }));
	return [
		...(at.notWeighed > 0 ? [{ what: 'not_weighed', count: at.notWeighed } as const] : []),
		...(decided.length > 0 ? [{ what: 'without_decision', items: decided } as const] : []),
		...(taken.length > 0 ? [{ what: 'without_approach', items: taken } as const] : []),
	];
}

function quiet({ underWay, today, isRunning }: Situation): NextStep[] {
	if (!isRunning) return [];
	const approaches = underWay
		.filter(({ since }) => daysBetween(lastDayOf(since), today) > quietAfter)
		.map(({ id, title }) => ({ id, title }));
	return approaches.length > 0 ? [{ what: 'no_progress', approaches }] : [];
}
