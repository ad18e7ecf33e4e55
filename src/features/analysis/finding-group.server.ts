import { sql } from 'kysely';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Tx } from '#server/database/handles.ts';

/** A finding that somebody wants to group, as it stands. */
export interface Groupable {
	id: string;
	kind: string;
	signalKind: string | null;
	themes: string[];
	isGroup: boolean;
	groupedInto: string | null;
}

/** These findings of a trajectory, in the order in which they were asked for, locked; withdrawn ones are left out. */
export async function groupable(
	tx: Tx,
	actor: Actor,
	trajectoryId: string,
	ids: readonly string[],
): Promise<Groupable[]> {
	const rows = await tx
		.selectFrom('finding')
		.select(['id', 'kind', 'signal_kind as signalKind', 'themes', 'is_group as isGroup'])
		.select('grouped_into as groupedInto')
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('id', '=', sql<string>`ANY (${ids})`)
		.where('withdrawn_at', 'is', null)
		.orderBy('id')
		.forUpdate()
		.execute();
	return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Puts findings in a group. That is no change of their text: they keep their version. */
export async function putInGroup(
	tx: Tx,
	actor: Actor,
	groupId: string,
	ids: readonly string[],
): Promise<void> {
	await tx
		.updateTable('finding')
		.set({ grouped_into: groupId, grouped_before: null })
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', sql<string>`ANY (${ids})`)
		.execute();
}

/** Lets one finding stand by itself again. */
export async function takeFromGroup(tx: Tx, actor: Actor, findingId: string): Promise<void> {
	await tx
		.updateTable('finding')
		.set({ grouped_into: null, grouped_before: null })
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', findingId)
		.execute();
}

/** Lets all that is grouped in a finding stand by itself, and remembers where it stood. Gives their ids. */
export async function releaseMembers(tx: Tx, actor: Actor, groupId: string): Promise<string[]> {
	const rows = await tx
		.updateTable('finding')
		.set({ grouped_into: null, grouped_before: groupId })
		.where('municipality_id', '=', municipalityOf(actor))
		.where('grouped_into', '=', groupId)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Takes in again what stood in a group until it was withdrawn, and stands in no other since. Gives their ids. */
export async function takeMembersBack(tx: Tx, actor: Actor, groupId: string): Promise<string[]> {
	const rows = await tx
		.updateTable('finding')
		.set({ grouped_into: groupId, grouped_before: null })
		.where('municipality_id', '=', municipalityOf(actor))
		.where('grouped_before', '=', groupId)
		.where('grouped_into', 'is', null)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}
