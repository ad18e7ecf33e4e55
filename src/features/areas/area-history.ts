import type { AreaChange } from './read-changes.ts';

/** What is known of one code in one year of boundaries. */
export interface AreaYear {
	code: string;
	year: number;
	/** Against the year before: 1 the same, 2 another code, 3 another boundary; null where nobody says. */
	boundaryChange: number | null;
}

/** Why values before a year may not be put beside those after it. */
export type BreakReason =
	/** The publication says that the boundary is another. */
	| 'boundary'
	/** The code is new, and no file says which it was. */
	| 'code'
	/** The area was cut out of one or more others, of which other parts went elsewhere. */
	| 'split';

/** A stretch of years in which an area was known by the same codes. */
export interface AreaSpan {
	/** The first year of boundaries; null when nothing is known before. */
	from: number | null;
	/** The last year; null when it goes on. */
	until: number | null;
	/** The areas that make it up, by code. One is the area itself; of several, counts may be added up, nothing else. */
	codes: string[];
	/** Which share of each code belongs to it, in the order of `codes`; null where no file says. Only after a break. */
	shares: (number | null)[];
	/** Against the span after it: `same` and `sum` may be followed, after a `break` nothing may. */
	relation: 'same' | 'sum' | 'break';
	/** Why it is a break; null when it is none. */
	reason: BreakReason | null;
}

/**
 * The codes of an area through the years, the newest span first, as far back as `changes` and `years` tell. A code is
 * followed only where the changes say that the whole of it became the whole of another (`same`), or that several became
 * one without leaving anything behind (`sum`). Everything else ends in one last span that is a `break`: what lies before
 * it is about another area. Both lists may hold codes that have nothing to do with it.
 */
export function historyOf(
	code: string,
	changes: readonly AreaChange[],
	years: readonly AreaYear[],
): AreaSpan[] {
	const spans: AreaSpan[] = [
		{ from: null, until: null, codes: [code], shares: [null], relation: 'same', reason: null },
	];
	for (;;) {
		const now = spans.at(-1)!;
		const before = stepBack(now, changes, years);
		if (!before) return spans;
		now.from = before.until! + 1;
		spans.push(before);
		if (before.relation === 'break') return spans;
	}
}

/** The newest step back from a span that some change or some publication tells of; null when there is none. */
function stepBack(
	span: AreaSpan,
	changes: readonly AreaChange[],
	years: readonly AreaYear[],
): AreaSpan | null {
	const isInside = (year: number) => span.until === null || year <= span.until;
	const arrivals = changes.filter(
		(change) =>
			span.codes.includes(change.to) && isInside(change.year) && !isItself(change, changes),
	);
	const marks = years.filter(
		({ code, year, boundaryChange }) =>
			span.codes.includes(code) && isInside(year) && (boundaryChange === 2 || boundaryChange === 3),
	);
	const losses = changes.filter(
		(change) => isInside(change.year) && span.codes.includes(change.from) && isLoss(change, changes, years),
	); // prettier-ignore
	const year = Math.max(...[...arrivals, ...marks, ...losses].map((one) => one.year));
	if (!Number.isFinite(year)) return null;
	// Parts that went elsewhere: what is left is another area than it was, whatever came in.
	if (losses.some((one) => one.year === year))
		return { from: null, until: year - 1, codes: span.codes, shares: span.codes.map(() => null), relation: 'break', reason: 'split' }; // prettier-ignore
	const arrived = arrivals.filter((one) => one.year === year);
	const marked = marks.filter((one) => one.year === year);
	return spanBefore(year, span.codes, { arrived, marked, changes, years });
}

interface Evidence {
	arrived: readonly AreaChange[];
	marked: readonly AreaYear[];
	changes: readonly AreaChange[];
	years: readonly AreaYear[];
}

function spanBefore(
	year: number,
	codes: readonly string[],
	{ arrived, marked, changes, years }: Evidence,
): AreaSpan {
	const until = year - 1;
	const staying = codes.filter(
		(code) =>
			!arrived.some(({ to }) => to === code) ||
			(existed(code, year, years) && !leftIn(code, year, changes)),
	);
	const parts = new Map<string, number | null>(staying.map((code) => [code, null]));
	for (const { from, share } of arrived) parts.set(from, share);
	const span = { from: null, until, codes: [...parts.keys()], shares: [...parts.values()] };
	const went = arrived.some(
		(change) => !isWhole(change, changes) || isLoss(change, changes, years),
	);
	if (went) return { ...span, relation: 'break', reason: 'split' };
	// What the publication calls another boundary or code is explained by the codes that came in, or by nothing.
	const unexplained = marked.filter(({ code }) => !arrived.some(({ to }) => to === code));
	if (unexplained.length > 0) {
		const isBoundary = unexplained.some((one) => one.boundaryChange === 3);
		return { ...span, relation: 'break', reason: isBoundary ? 'boundary' : 'code' };
	}
	const isOneToOne = parts.size === codes.length;
	// One code for one other, and yet another boundary: then it is not the same area.
	if (isOneToOne && marked.some((one) => one.boundaryChange === 3))
		return { ...span, relation: 'break', reason: 'boundary' };
	return { ...span, relation: isOneToOne && codes.length === 1 ? 'same' : 'sum', reason: null };
}

/** A row that says that a code stays itself, wholly. */
function isItself(change: AreaChange, changes: readonly AreaChange[]): boolean {
	return (
		change.from === change.to &&
		isWhole(change, changes) &&
		!changes.some(
			(other) => other.to === change.to && other.year === change.year && other.from !== change.from,
		)
	);
}

/** A part that went elsewhere, while the code goes on without it. */
function isLoss(
	change: AreaChange,
	changes: readonly AreaChange[],
	years: readonly AreaYear[],
): boolean {
	const { from, to, year } = change;
	const goesOn = years.some((one) => one.code === from && one.year >= year);
	const isReused = changes.some((other) => other.to === from && other.year === year);
	const isSplit = changes.some((other) => other.from === from && other.to === from && other.year === year); // prettier-ignore
	return from !== to && goesOn && !isSplit && !(isReused && isWhole(change, changes));
}

/** Whether everything of the old area went to one new area. */
function isWhole({ from, to, year, share }: AreaChange, changes: readonly AreaChange[]): boolean {
	const isAlone = !changes.some(
		(other) => other.from === from && other.year === year && other.to !== to,
	);
	return isAlone && (share === null || share === 1);
}

function existed(code: string, year: number, years: readonly AreaYear[]): boolean {
	return years.some((one) => one.code === code && one.year < year);
}

function leftIn(code: string, year: number, changes: readonly AreaChange[]): boolean {
	return changes.some((change) => change.from === code && change.year === year);
}
