/** A silent round; while it is open, what it holds is counted and not told. */
export interface SilentRound {
	id: string;
	/** '' when the round is about the whole form. */
	question: string;
	openedAt: Date;
	/** When the clock stands at nothing; null without a clock. */
	endsAt: Date | null;
	closedAt: Date | null;
	version: number;
	/** How many entries were written in it, by how many people. */
	entries: number;
	writers: number;
}

/** For how long the form tells that a round was closed, in milliseconds. */
const recently = 30 * 60_000;

/** The round that the form tells of: the open one, or the last if it was closed in the last half hour. */
export function roundToTell({
	open,
	closed,
	now,
}: {
	open: SilentRound | null;
	closed: SilentRound[];
	now: Date;
}): SilentRound | null {
	if (open) return open;
	const [last] = closed;
	return last?.closedAt && Number(now) - Number(last.closedAt) < recently ? last : null;
}
