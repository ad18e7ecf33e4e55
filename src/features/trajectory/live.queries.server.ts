import * as v from 'valibot';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { accessOfInput } from './access.server.ts';
import { mayReadInside } from './trajectory.policy.ts';

/** Asked before somebody may hear that a trajectory changed: what changed is read again, with its own policy. */
export const followTrajectory = query({
	name: 'trajectory.follow',
	summary: 'Whether the reader may hear of changes in this trajectory.',
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	run: async ({ subject }) => ({ trajectoryId: subject.trajectoryId }),
});
