import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { bringsIn, mayContribute, mayLead } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Policy } from '#kernel/policy.ts';

/** What policies of this room look at: what the actor is in the trajectory, and whether that is in its core group. */
export interface SignalAccess extends TrajectoryAccess {
	inCoreGroup: boolean;
}

/** Whoever is in the core group with something to bring in, and whoever leads. */
export const mayDecide: Policy<SignalAccess> = (actor, access) => {
	const lead = mayLead(actor, access);
	if (lead === true || actor.kind !== 'member') return lead;
	if (!bringsIn(actor.role)) return 'role_not_allowed';
	return access.inCoreGroup ? true : 'signals.not_in_core_group';
};

/** What a signal has beside: which organisation looks into it. */
export interface SignalSubject extends SignalAccess {
	lookedIntoBy: string | null;
}

/** The organisation that looks into it, and whoever decides. */
export const mayReport: Policy<SignalSubject> = (actor, subject) => {
	const verdict = mayContribute(actor, subject);
	if (verdict !== true) return verdict;
	return isAsked(actor, subject) ? true : mayDecide(actor, subject);
};

function isAsked(actor: Actor, { lookedIntoBy }: SignalSubject): boolean {
	return actor.kind === 'member' && actor.organisationId === lookedIntoBy;
}
