import type { Tx } from '#server/database/handles.ts';

/** Tables whose former versions hold words of people that can be erased. */
type Erasable =
	'attachment' | 'core_meeting' | 'evidence' | 'logbook_note' | 'passage' | 'signal_post';

/** Removes every former version of these rows. Needs a transaction that clears (clearing.server.ts). */
export async function eraseVersions(
	tx: Tx,
	municipalityId: string,
	table: Erasable,
	ids: readonly string[],
): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.deleteFrom('kept_version')
		.where('municipality_id', '=', municipalityId)
		.where('table_name', '=', table)
		.where('id', 'in', ids)
		.execute();
}
