import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Voice } from './appraisal.schema.ts';

/** What the actor is in the trajectory, and in whose name they score. */
export async function accessWithVoice(
	reader: Reader,
	{ trajectoryId, voice }: { trajectoryId: string; voice: Voice },
	actor: Actor,
): Promise<TrajectoryAccess & { voice: Voice }> {
	return { ...(await loadAccess(reader, trajectoryId, actor)), voice };
}
