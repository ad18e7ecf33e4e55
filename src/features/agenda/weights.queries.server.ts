import { writerName } from '#features/analysis/writer.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { equalWeights } from './weights.ts';
import type { Weights } from './weights.schema.ts';

/** Weights as the group set them once. */
export interface SetWeights {
	/** Its place among those of the trajectory, from 1. */
	number: number;
	weights: Weights;
	reason: string;
	setAt: Date;
	/** Person and organisation; null for the program itself. */
	setBy: string | null;
}

/** Every time that the weights were set, the newest first: that one counts. */
export function weightsHistoryOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<SetWeights[]> {
	return reader
		.selectFrom('criterion_weights')
		.select(['number', 'reason', 'set_at as setAt'])
		.select((eb) => eb.ref('weights').$castTo<Weights>().as('weights'))
		.select(writerName('set_by').as('setBy'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('number', 'desc')
		.execute();
}

/** What each criterion weighs now: as the group set it last, and as long as it set nothing all the same. */
export async function weightsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	criteria: readonly string[],
): Promise<Weights> {
	const newest = await reader
		.selectFrom('criterion_weights')
		.select((eb) => eb.ref('weights').$castTo<Weights>().as('weights'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return newest?.weights ?? equalWeights(criteria);
}

export const listWeights = query({
	name: 'weights.list',
	summary:
		'Lists what the group found each criterion worth, the newest first, with who, when and why.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/gewichten' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	run: ({ reader, actor }, { trajectoryId }) =>
		weightsHistoryOf(reader, municipalityOf(actor), trajectoryId),
});
