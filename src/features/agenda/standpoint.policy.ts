import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import type { Policy } from '#kernel/policy.ts';

interface Access {
	publicParts: string[];
	tasks: string[];
}

/**
 * Whoever speaks for an organisation that takes part: those who bring in what they know, and whoever decides there (an
 * alderman, a director).
 */
export const mayGiveStandpoint: Policy<Access> = (actor, access) => {
	if (actor.kind === 'member' && actor.role === 'decision_maker')
		return access.tasks.length > 0 ? true : 'trajectory.not_participating';
	return mayContribute(actor, access);
};
