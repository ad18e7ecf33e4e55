import type { Reader } from '#server/database/handles.ts';
import { openStates, type SignalState } from './course.ts';

/**
 * The signals of a trajectory that have no outcome, whoever may read what they say; the oldest first. This is the agenda
 * of the next meeting: there is no other list. Only what whoever handed it in took back is left out.
 */
export async function openSignalsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<{ id: string; state: SignalState; version: number }[]> {
	return reader
		.selectFrom('signal')
		.select(['id', 'version'])
		.select((eb) => eb.ref('state').$castTo<SignalState>().as('state'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('state', 'in', openStates)
		.where('withdrawn_at', 'is', null)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
}
