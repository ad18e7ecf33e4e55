/** A finding as the overview of all threads names it. */
export interface FindingName {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
}

export interface SourceName {
	id: string;
	kind: string;
	/** May be empty; then the place names it. */
	title: string;
	place: string;
	withdrawn: boolean;
}

export interface ApproachName {
	id: string;
	title: string;
	/** The status of the latest progress, or null. */
	status: string | null;
}

export interface ThreadItem {
	id: string;
	title: string;
	withoutFindingReason: string;
	findings: (FindingName & { withdrawn: boolean; hidden: number; evidence: SourceName[] })[];
	/** How many findings it rests on that this reader may not see. */
	hidden: number;
	approaches: ApproachName[];
}

/** All threads of a trajectory: what the agenda rests on, what came to nothing, and what rests on nothing. */
export interface Threads {
	/** The agenda items that stand, in their order. */
	items: ThreadItem[];
	approachesWithoutItem: ApproachName[];
	/**
	 * Findings on no agenda item, a page of them; the title and reason when an item they were on was withdrawn. None for
	 * who may not see the agenda and so cannot tell.
	 */
	loose: (FindingName & { formerItem: string | null; formerReason: string | null })[];
	looseTotal: number;
	/** Findings without any source, a page of them. */
	sourceless: FindingName[];
	sourcelessTotal: number;
}
