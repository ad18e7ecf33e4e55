import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';
import { agreementsOf, type Agreement } from './agreement.queries.server.ts';

/** What people put first, and why. */
export interface Priority {
	id: string;
	findingId: string;
	reason: string;
	chosenBy: string;
	chosenByNote: string;
	createdAt: Date;
	version: number;
	/** Why it was withdrawn; '' when it stands. */
	withdrawnReason: string;
	/** What each party that was asked thinks of the choice, by name, residents last. */
	agreements: Agreement[];
}

/** The priorities that stand, or those that were withdrawn, in the order in which they were chosen. */
export async function prioritiesOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: Which = 'standing',
): Promise<Priority[]> {
	const rows = await reader
		.selectFrom('priority')
		.select(['id', 'finding_id as findingId', 'reason', 'chosen_by as chosenBy', 'version'])
		.select(['chosen_by_note as chosenByNote', 'created_at as createdAt'])
		.select('withdrawn_reason as withdrawnReason')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
	const agreements = await agreementsOf(reader, municipalityId, trajectoryId);
	return rows.map((row) => ({
		...row,
		agreements: agreements.filter(({ priorityId }) => priorityId === row.id),
	}));
}

export const listPriorities = query({
	name: 'priority.list',
	summary: 'Lists what was put first in a trajectory, with the reason, who chose and who agrees.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/speerpunten' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('agenda'),
	run: ({ reader, actor }, { trajectoryId }) =>
		prioritiesOf(reader, municipalityOf(actor), trajectoryId),
});
