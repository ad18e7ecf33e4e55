import type { FormNeed } from './form.ts';

/** Against which day, and on whose behalf, the list is read. */
export interface ReadAt {
	/** `YYYY-MM-DD`. */
	today: string;
	/** False for a trajectory of the past, or one that is paused or ended: then nothing is late. */
	isRunning: boolean;
	/** The reader's organisation; null for the public. */
	organisationId: string | null;
}

/** Something that is to be found out, as the list of work shows it. */
export interface WorkItem extends FormNeed {
	isLate: boolean;
	/** Whether the reader's organisation finds it out. */
	isOurs: boolean;
}

export interface WorkFilter {
	ours: boolean;
	late: boolean;
}

/** What is to be found out: the latest first, then what is near, then what has no day; within a day as it was added. */
export function worklist(needs: readonly FormNeed[], at: ReadAt): WorkItem[] {
	return needs
		.filter(({ state }) => state === 'open')
		.map((need) => ({
			...need,
			isLate: isLate(need, at),
			isOurs: at.organisationId !== null && need.whoOrganisationId === at.organisationId,
		}))
		.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** Whether a day has passed by which something was to be found out. */
export function isLate(
	{ dueOn }: { dueOn: string | null },
	{ today, isRunning }: Pick<ReadAt, 'today' | 'isRunning'>,
): boolean {
	return isRunning && dueOn !== null && dueOn < today;
}

/** The items that the reader wants to see. */
export function filterWork(items: readonly WorkItem[], { ours, late }: WorkFilter): WorkItem[] {
	return items.filter((item) => (!ours || item.isOurs) && (!late || item.isLate));
}
