import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import type { TestMunicipality, World } from './world.ts';

/** Puts findings in a municipality's trajectory, for tests of the rooms after the analysis; gives their ids. */
export async function addFindings(
	world: World,
	{ id: municipality_id, trajectoryId, organisations }: TestMunicipality,
	texts: readonly string[],
): Promise<string[]> {
	const rows = texts.map((text) => ({
		municipality_id,
		id: newId(),
		trajectory_id: trajectoryId,
		kind: 'risk',
		text,
		themes: ['huishouding'],
		organisation_id: organisations.welfare,
		created_at: world.clock.now(),
		changed_at: world.clock.now(),
	}));
	await asOwner(world.database.owner, (tx) => tx.insertInto('finding').values(rows).execute());
	return rows.map(({ id }) => id);
}

/** Makes parts of a trajectory public, and nothing else. */
export async function makePublic(
	world: World,
	{ id, trajectoryId }: TestMunicipality,
	parts: string[],
): Promise<void> {
	await asOwner(world.database.owner, (tx) =>
		tx
			.updateTable('trajectory')
			.set({ public_parts: parts })
			.where('municipality_id', '=', id)
			.where('id', '=', trajectoryId)
			.execute(),
	);
}
