import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';

/** What could be done about a risk. */
export interface Solution {
	id: string;
	findingId: string;
	text: string;
	proposedBy: string;
	version: number;
	/** The agenda items that grew out of it. */
	itemIds: string[];
	/** Why it was withdrawn; '' when it stands. */
	withdrawnReason: string;
}

/** The possible solutions of a trajectory, in the order in which they were proposed. */
export async function solutionsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: Which = 'standing',
): Promise<Solution[]> {
	const rows = await reader
		.selectFrom('possible_solution as s')
		.select(['s.id', 's.finding_id as findingId', 's.text', 's.proposed_by as proposedBy'])
		.select(['s.version', 's.withdrawn_reason as withdrawnReason'])
		.select((eb) =>
			eb
				.selectFrom('agenda_item_solution as l')
				.whereRef('l.municipality_id', '=', 's.municipality_id')
				.whereRef('l.solution_id', '=', 's.id')
				.select((agg) => agg.fn.agg<string[] | null>('array_agg', ['l.agenda_item_id']).as('ids'))
				.as('itemIds'),
		)
		.where('s.municipality_id', '=', municipalityId)
		.where('s.trajectory_id', '=', trajectoryId)
		.where('s.withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
		.orderBy('s.created_at')
		.orderBy('s.id')
		.execute();
	return rows.map((row) => ({ ...row, itemIds: row.itemIds ?? [] }));
}

/** What an agenda item grew out of, also what was withdrawn since. */
export function solutionsOfItem(
	reader: Reader,
	municipalityId: string,
	agendaItemId: string,
): Promise<{ id: string; findingId: string; text: string; proposedBy: string }[]> {
	return reader
		.selectFrom('possible_solution as s')
		.innerJoin('agenda_item_solution as l', (join) =>
			join.onRef('l.municipality_id', '=', 's.municipality_id').onRef('l.solution_id', '=', 's.id'),
		)
		.select(['s.id', 's.finding_id as findingId', 's.text', 's.proposed_by as proposedBy'])
		.where('s.municipality_id', '=', municipalityId)
		.where('l.agenda_item_id', '=', agendaItemId)
		.orderBy('s.created_at')
		.orderBy('s.id')
		.execute();
}

/** Why a group went on without the three questions, and how to read that; undefined when it did not. */
export function skippedQuestionsOf(reader: Reader, municipalityId: string, trajectoryId: string) {
	return reader
		.selectFrom('skipped_questions')
		.select(['id', 'reason', 'created_at as skippedAt', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
}

export const listSolutions = query({
	name: 'solution.list',
	summary:
		'Lists the possible solutions of a trajectory, with the agenda items that grew out of each.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/oplossingen' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	run: ({ reader, actor }, { trajectoryId }) =>
		solutionsOf(reader, municipalityOf(actor), trajectoryId),
});
