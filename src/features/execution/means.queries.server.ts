import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';
import type { MeansAmount } from './totals.ts';

/** Money by one financier, or hours, for one approach. */
export interface Means extends MeansAmount {
	id: string;
	approachId: string;
	/** '' when it was not found yet. */
	financier: string;
	note: string;
	version: number;
	/** Why they were withdrawn; '' when they stand. */
	withdrawnReason: string;
}

/** The means of all approaches of a trajectory, in the order in which they were added: standing or withdrawn. */
export async function meansOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: Which = 'standing',
): Promise<Means[]> {
	return (
		reader
			.selectFrom('means')
			.select(['id', 'approach_id as approachId', 'kind', 'financier', 'note', 'version'])
			.select(['hours', 'withdrawn_reason as withdrawnReason'])
			// int8 arrives as a number (server/database/types.ts).
			.select((eb) => eb.ref('amount_cents').$castTo<number | null>().as('cents'))
			.where('municipality_id', '=', municipalityId)
			.where('trajectory_id', '=', trajectoryId)
			.where('withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
			.orderBy('created_at')
			.orderBy('id')
			.execute()
	);
}
