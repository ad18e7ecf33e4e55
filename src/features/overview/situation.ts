import type { Unknowns } from '#features/analysis/unknown.ts';
import type { PhaseLine } from '#features/trajectory/frame.queries.server.ts';
import type { Party } from '#features/trajectory/table-parties.ts';

interface Named {
	id: string;
	title: string;
}

/** How a trajectory stands: all that the suggestions of what to do next are made from. */
export interface Situation {
	/** `YYYY-MM-DD`. */
	today: string;
	/** False for one of the past, or one that is paused or ended: then nothing is late any more. */
	isRunning: boolean;
	/** The reader's organisation; null for the program itself. */
	organisationId: string | null;
	/** How many observations, conversations, documents and meetings there are. */
	fromLifeworld: number;
	findings: number;
	/** How many findings no organisation has weighed. */
	notWeighed: number;
	unknowns: Unknowns;
	parties: readonly Party[];
	phases: readonly PhaseLine[];
	itemsWithoutDecision: readonly Named[];
	itemsWithoutApproach: readonly Named[];
	/** Approaches that are not finished, with the day of the last word of them (ISO, as precise as known). */
	underWay: readonly (Named & { since: string })[];
}
