import type { Unknowns } from '#features/analysis/unknown.ts';
import type { PhaseLine } from '#features/trajectory/frame.queries.server.ts';
import type { PoliticalMoment } from '#features/agenda/moment.queries.server.ts';
import type { Party } from '#features/trajectory/table-parties.ts';

/** What a moment is called by. */
export type MomentName = Pick<PoliticalMoment, 'body' | 'bodyNote' | 'purpose'>;

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
	/** How many findings no party has weighed by every criterion. */
	notWeighed: number;
	unknowns: Unknowns;
	/** Early warnings about the area that still ask for somebody to go and look. */
	warnings: number;
	parties: readonly Party[];
	phases: readonly PhaseLine[];
	/** The moments with those politically responsible. */
	politics: readonly (MomentName & { heldOn: string | null; state: string })[];
	/** Sessions with decisions of which those who contributed were not told; for who may tell them. */
	untold: readonly string[];
	itemsWithoutDecision: readonly Named[];
	itemsWithoutApproach: readonly Named[];
	/** Approaches that are not finished, with the day of the last word of them (ISO, as precise as known). */
	underWay: readonly (Named & { since: string })[];
}
