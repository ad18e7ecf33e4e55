import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import type { PublicPart } from './trajectory.policy.ts';

/**
 * Makes one part of a trajectory public beside what is public already, for a command that puts a page on the site. The
 * caller's policy has looked at who leads. Taking it off again is `trajectory.publish`.
 */
export async function openPart(
	tx: Tx,
	actor: Actor,
	trajectoryId: string,
	part: PublicPart,
): Promise<void> {
	const municipalityId = municipalityOf(actor);
	const { version, parts } = await tx
		.selectFrom('trajectory')
		.select(['version', 'public_parts as parts'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', trajectoryId)
		.forUpdate()
		.executeTakeFirstOrThrow();
	if (parts.includes(part)) return;
	await changeRow(
		tx,
		'trajectory',
		{ municipalityId, id: trajectoryId, version },
		{ public_parts: [...parts, part] },
		{ current: async () => undefined },
	);
}
