import { liveUpdates } from '#features/trajectory/live-updates.ts';
import type { Presence } from '#features/trajectory/presence.ts';
import { newId } from '#kernel/id.ts';
import { concernsReport } from './concerns-report.ts';

interface Listening {
	/** The key of the section on the screen; null on the overview. */
	place: string | null;
	changed: () => void;
	onpresence: (presence: Presence) => void;
	isOwn?: (requestId: string) => boolean;
}

/** Follows the report of a trajectory: what changes in it or under it, and who is in which section. Gives what ends it. */
export function followReport(
	trajectoryId: string,
	{ place, changed, onpresence, isOwn }: Listening,
): () => void {
	const query = new URLSearchParams({ tab: newId(), ...(place === null ? {} : { plek: place }) });
	return liveUpdates(trajectoryId, {
		address: `/live/${trajectoryId}/verslag?${query}`,
		changed,
		onpresence,
		isOwn,
		concerns: concernsReport,
	});
}
