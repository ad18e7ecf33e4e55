import type { RewrittenRow } from '#features/trajectory/themed-rows.server.ts';
import type { Reader } from '#server/database/handles.ts';

/** A move of a trajectory to another framework that still counts. */
export interface Move {
	id: string;
	fromId: string;
	formerFrameworkIds: string[];
	entries: RewrittenRow[];
	createdAt: Date;
}

/** The last move of a trajectory that was not taken back, or undefined. */
export function lastMove(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Move | undefined> {
	return reader
		.selectFrom('framework_move')
		.select(['id', 'from_framework_id as fromId', 'former_framework_ids as formerFrameworkIds'])
		.select('created_at as createdAt')
		.select((eb) => eb.ref('entries').$castTo<RewrittenRow[]>().as('entries'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('undone_at', 'is', null)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}
