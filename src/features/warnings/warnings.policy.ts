import { readsEverything } from '#features/trajectory/trajectory.policy.ts';
import { members, onlyRoles, type Policy } from '#kernel/policy.ts';

/** Who sets the rules, has them computed, and sets warnings aside: whoever works with the data and whoever leads. */
export const mayManageWarnings = onlyRoles('analyst', 'process_manager');

/**
 * The warnings of the whole municipality: for the roles that read every trajectory. Others read those about the area of a
 * trajectory in which they take part. Never public by itself: a warning is for people who go and look.
 */
export const mayReadWarnings: Policy<unknown> = (actor) => {
	if (actor.kind === 'visitor') return 'sign_in_first';
	return actor.kind === 'system' || readsEverything(actor.role) ? true : 'role_not_allowed';
};

/** By which rules is no secret for whoever signed in. */
export const mayReadRules = members;
