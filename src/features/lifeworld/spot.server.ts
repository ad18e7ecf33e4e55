import { invalidField, notFound } from '#kernel/failure.ts';
import type { Spot } from '#features/evidence/record.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { onePoint, wordsOfSpot, type FilledSpot } from './spot.ts';

/** Where something was, as it is stored with it: in words, and where those words do not say it, on the map. */
export interface StoredSpot {
	place: string;
	spot: Spot;
}

/**
 * Looks the place up that was chosen; also one that was taken off the list since, for what was noted on a phone without
 * network may come in late. Throws `unknown` with `placeId` for a place of another trajectory, and `both_degrees` for
 * half a point.
 */
export async function spotOf(
	reader: Reader,
	actor: Actor,
	{ trajectoryId }: Pick<TrajectoryAccess, 'trajectoryId'>,
	filled: FilledSpot,
): Promise<StoredSpot> {
	const point = onePoint(filled);
	if (point === 'half') throw invalidField('latitude', 'both_degrees');
	if (!filled.placeId)
		return {
			place: filled.place,
			spot: {
				placeId: null,
				longitude: point?.longitude ?? null,
				latitude: point?.latitude ?? null,
			},
		};
	const row = await reader
		.selectFrom('place')
		.select('name')
		.where('municipality_id', '=', municipalityOf(actor))
		.where('trajectory_id', '=', trajectoryId)
		.where('id', '=', filled.placeId)
		.executeTakeFirst();
	if (!row) throw invalidField('placeId', 'unknown');
	return {
		place: wordsOfSpot(row.name, filled.place),
		spot: { placeId: filled.placeId, longitude: null, latitude: null },
	};
}

/** Throws `not_found` unless this is a walk of the trajectory that the actor can see. */
export async function checkWalk(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	walkId: string | null,
): Promise<void> {
	if (walkId === null) return;
	const row = await reader
		.selectFrom('evidence')
		.select('id')
		.where('municipality_id', '=', municipalityOf(actor))
		.where('trajectory_id', '=', trajectoryId)
		.where('kind', '=', 'walk')
		.where('id', '=', walkId)
		.executeTakeFirst();
	if (!row) throw notFound();
}
