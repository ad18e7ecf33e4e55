import type { Reader } from '#server/database/handles.ts';
import type { MeansAmount } from './totals.ts';

/** Money by one financier, or hours, for one approach. */
export interface Means extends MeansAmount {
	id: string;
	approachId: string;
	/** '' when it was not found yet. */
	financier: string;
	note: string;
	version: number;
}

/** The means of all approaches of a trajectory, in the order in which they were added. */
export async function meansOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Means[]> {
	return (
		reader
			.selectFrom('means')
			.select(['id', 'approach_id as approachId', 'kind', 'financier', 'note', 'version'])
			.select('hours')
			// int8 arrives as a number (server/database/types.ts).
			.select((eb) => eb.ref('amount_cents').$castTo<number | null>().as('cents'))
			.where('municipality_id', '=', municipalityId)
			.where('trajectory_id', '=', trajectoryId)
			.where('withdrawn_at', 'is', null)
			.orderBy('created_at')
			.orderBy('id')
			.execute()
	);
}
