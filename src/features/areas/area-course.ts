import type { CodeChanges } from './area-history.server.ts';
import { historyOf, type AreaSpan, type BreakReason } from './area-history.ts';

/** Why a value cannot be put behind the one before it. */
export interface AreaBreak {
	/** `merged`: several areas became one, and what is measured cannot be added up. */
	reason: BreakReason | 'merged';
	/** The first year of the boundaries after it. */
	year: number;
	/** The codes before it; the own code where only the boundary changed. */
	codes: string[];
}

/** A stretch of years of boundaries in which the figures of an area are to be read in the same way. */
export interface Stretch {
	/** The first year of boundaries; null when it goes back as far as anything is known. */
	from: number | null;
	/** Under which codes: of several the sum, of none nothing is known of what is now the area. */
	codes: string[];
	/** What lies between it and the stretch before it; null where the figures go on. */
	brokenBy: AreaBreak | null;
}

/**
 * How the figures of an area are followed back, the newest stretch first. `mayAdd` says whether they may be added up,
 * as counts may; where they may not, a merger is a break. Before a break stands what was published under the same code,
 * if that code existed, as a stretch of its own that nothing is joined to.
 */
export function stretchesOf(
	code: string,
	{ changes, years }: CodeChanges,
	mayAdd: boolean,
): Stretch[] {
	const stretches: Stretch[] = [];
	let until = Infinity;
	for (;;) {
		const isBefore = ({ year }: { year: number }) => year <= until;
		const spans = historyOf(code, changes.filter(isBefore), years.filter(isBefore));
		const at = spans.findIndex(({ relation }) => relation === 'break' || (relation === 'sum' && !mayAdd)); // prettier-ignore
		for (const { from, codes } of at < 0 ? spans : spans.slice(0, at))
			stretches.push({ from, codes, brokenBy: null });
		if (at < 0) return stretches;
		const before = spans[at] as AreaSpan;
		const { codes, reason } = before;
		until = before.until!;
		stretches.at(-1)!.brokenBy = { reason: reason ?? 'merged', year: until + 1, codes };
		if (!codes.includes(code)) return [...stretches, { from: null, codes: [], brokenBy: null }];
	}
}

/**
 * The same for many codes; those of which the figures go on without any change are left out. Each is looked at with
 * only the changes of its own past.
 */
export function stretchesOfEach(
	codes: readonly string[],
	{ changes, years }: CodeChanges,
	mayAdd: boolean,
): Map<string, Stretch[]> {
	const leadingTo = Map.groupBy(changes, ({ to }) => to);
	const comingFrom = Map.groupBy(changes, ({ from }) => from);
	const yearsOf = Map.groupBy(years, ({ code }) => code);
	const found = new Map<string, Stretch[]>();
	for (const code of new Set(codes)) {
		if (!leadingTo.has(code) && !comingFrom.has(code) && !yearsOf.has(code)) continue;
		const past = new Set([code]);
		for (const one of past) for (const { from } of leadingTo.get(one) ?? []) past.add(from);
		const known = {
			changes: [...past].flatMap((one) => comingFrom.get(one) ?? []),
			years: [...past].flatMap((one) => yearsOf.get(one) ?? []),
		};
		const stretches = stretchesOf(code, known, mayAdd);
		if (stretches.length > 1) found.set(code, stretches);
	}
	return found;
}

/** The stretch that a year of boundaries lies in. */
export function stretchIn(stretches: readonly Stretch[], year: number): Stretch {
	return (
		stretches.find(({ from }) => from === null || from <= year) ?? (stretches.at(-1) as Stretch)
	);
}

/** The newest break between two years of boundaries; null when there is none. */
export function breakBetween(
	stretches: readonly Stretch[],
	one: number,
	other: number,
): AreaBreak | null {
	const [from, to] = [Math.min(one, other), Math.max(one, other)];
	const found = stretches.find(
		({ brokenBy }) => brokenBy && from < brokenBy.year && brokenBy.year <= to,
	);
	return found?.brokenBy ?? null;
}

/** Every other code under which something was published of what is now the area, or of what it was before a break. */
export function formerCodes(code: string, stretches: readonly Stretch[]): string[] {
	const codes = stretches.flatMap((one) => [...one.codes, ...(one.brokenBy?.codes ?? [])]);
	return [...new Set(codes)].filter((one) => one !== code);
}
