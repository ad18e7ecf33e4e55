import { mayContribute, mayLead } from '#features/trajectory/trajectory.policy.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Policy } from '#kernel/policy.ts';

/** What is looked at: the trajectory, and whether the actor was named second reader in it. */
export interface SecondReadingAccess extends TrajectoryAccess {
	isNamed: boolean;
}

/** Whoever leads, and whoever was named for it and still takes part. */
export const maySecondRead: Policy<SecondReadingAccess> = (actor, subject) => {
	const leads = mayLead(actor, subject);
	if (leads === true || !subject.isNamed) return leads;
	return mayContribute(actor, subject);
};

/** The same, for one source: never the person who wrote it. */
export const maySecondReadThis: Policy<SecondReadingAccess & { isOwnWork: boolean }> = (
	actor,
	subject,
) => {
	const verdict = maySecondRead(actor, subject);
	return verdict === true && subject.isOwnWork ? 'secondReading.own_work' : verdict;
};
