import { Failure } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import type { MembershipRow } from './membership.server.ts';

/**
 * Refuses to take the last administrator away: one has to be left who accepted. The rows are locked, so that two
 * administrators who end each other at the same moment take turns, and the second is refused.
 */
export async function keepAnAdministrator(
	tx: Tx,
	{ id, municipalityId, role, acceptedAt }: MembershipRow,
): Promise<void> {
	if (role !== 'administrator' || !acceptedAt) return;
	const administrators = await tx
		.selectFrom('membership')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('role', '=', 'administrator')
		.where('accepted_at', 'is not', null)
		.where('ended_at', 'is', null)
		.orderBy('id')
		.forUpdate()
		.execute();
	if (administrators.every((one) => one.id === id))
		throw new Failure('membership.last_administrator', 409);
}
