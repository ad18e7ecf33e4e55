import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Policy } from '#kernel/policy.ts';

/** Everyone, also without an account, where whoever leads opened the page for it. */
export const mayPost: Policy<TrajectoryAccess> = (_actor, { publicParts }) =>
	publicParts.includes('signals') ? true : 'signals.hand_in_closed';
