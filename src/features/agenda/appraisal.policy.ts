import type { Policy } from '#kernel/policy.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';

/** Whoever may contribute, on behalf of their organisation; the program itself has no view. */
export const mayAppraise: Policy<Parameters<typeof mayContribute>[1]> = (actor, access) =>
	actor.kind === 'system' ? 'role_not_allowed' : mayContribute(actor, access);
