import type { Policy } from '#kernel/policy.ts';
import { mayContribute, mayLead } from '#features/trajectory/trajectory.policy.ts';

type Access = Parameters<typeof mayContribute>[1];

/** Whoever may contribute, on behalf of their organisation; the program itself has no view. */
export const mayAppraise: Policy<Access> = (actor, access) =>
	actor.kind === 'system' ? 'role_not_allowed' : mayContribute(actor, access);

/** Own scores: whoever may appraise. Scores that were gathered among residents: whoever leads enters them. */
export const mayAppraiseFor: Policy<Access & { voice: 'own' | 'residents' }> = (actor, access) => {
	if (access.voice === 'own' || actor.kind === 'system') return mayAppraise(actor, access);
	return mayLead(actor, access);
};
