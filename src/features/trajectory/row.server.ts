import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { RowRead } from '#server/database/rows.ts';

/** A row that belongs to a trajectory, as an input names both: changing it asks that it is of that trajectory. */
export function rowOf(
	actor: Actor,
	id: string,
	{ trajectoryId, version }: { trajectoryId: string; version: number },
): RowRead {
	return { municipalityId: municipalityOf(actor), id, version, trajectoryId };
}
