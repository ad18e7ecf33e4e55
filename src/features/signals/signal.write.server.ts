import type { Tx } from '#server/database/handles.ts';

interface NewSignal {
	municipalityId: string;
	/** That of its evidence. */
	id: string;
	trajectoryId: string;
	at: Date;
}

/**
 * Puts a signal among those that the core group has to deal with.
 * @param sideId whose voice it counts as: the organisation, or one resident; null for a resident unknown to us.
 */
export async function openSignal(
	tx: Tx,
	{ municipalityId, id, trajectoryId, at }: NewSignal,
	sideId: string | null,
	fromPublic = false,
): Promise<void> {
	await tx
		.insertInto('signal')
		.values({
			municipality_id: municipalityId,
			id,
			trajectory_id: trajectoryId,
			side_id: sideId,
			from_public: fromPublic,
			created_at: at,
		})
		.execute();
}
