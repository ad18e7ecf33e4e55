import type { Strength } from '#features/analysis/strength.ts';

/** The steps of the golden thread that have a page of their own. */
export const threadKinds = ['evidence', 'finding', 'agendaItem', 'approach'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** What every step of a thread has. */
interface Step {
	id: string;
	/** True when it was withdrawn; only those inside see that it ever stood there. */
	withdrawn: boolean;
	/** How many steps it rests on that this reader may not see. */
	hidden: number;
}

export interface EvidenceStep extends Step {
	kind: string;
	/** May be empty; then the place names it. */
	title: string;
	place: string;
	/** ISO text with a time, or null. */
	happenedAt: string | null;
	happenedPrecision: string;
	organisationName: string;
	/** The question of the group that it answers; null when it answers none. */
	asked: string | null;
}

export interface FindingStep extends Step {
	kind: string;
	signalKind: string | null;
	text: string;
	organisationName: string;
}

export interface ThreadDecision {
	body: string;
	outcome: string;
	/** ISO text as precise as it is known. */
	decidedOn: string;
}

export interface AgendaItemStep extends Step {
	title: string;
	/** Why it rests on no finding; '' when it rests on some. */
	withoutFindingReason: string;
	/** The oldest first. */
	decisions: ThreadDecision[];
}

/** What an approach has brought so far: its latest progress. */
export interface ThreadResult {
	status: string;
	text: string;
	measured: string;
	/** ISO text as precise as it is known. */
	reportedOn: string;
}

export interface ApproachStep extends Step {
	kind: string;
	title: string;
	/** Null while nobody is responsible yet. */
	organisationName: string | null;
	indicator: string;
	target: string;
	result: ThreadResult | null;
}

/** The chain from evidence to result that runs through one item. */
export interface Thread {
	/** The item from which one looks. */
	from: { kind: ThreadKind; id: string };
	evidence: EvidenceStep[];
	findings: FindingStep[];
	agendaItems: AgendaItemStep[];
	approaches: ApproachStep[];
	/**
	 * Which step leads to which: from evidence to finding, to agenda item, to approach, and from a signal to the approach
	 * that it became. From evidence to finding it says how strongly the one supports the other, where somebody judged it.
	 */
	links: { from: string; to: string; strength?: Strength }[];
}
