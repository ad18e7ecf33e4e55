import { invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { solutionsOf } from './solution.queries.server.ts';

interface Item {
	municipalityId: string;
	trajectoryId: string;
	agendaItemId: string;
}

/** Keeps out of which possible solutions a new agenda item grew; refuses one that does not stand in this trajectory. */
export async function linkSolutions(
	tx: Tx,
	{ municipalityId, trajectoryId, agendaItemId }: Item,
	solutionIds: readonly string[],
): Promise<void> {
	const wanted = [...new Set(solutionIds)];
	if (wanted.length === 0) return;
	const known = new Set((await solutionsOf(tx, municipalityId, trajectoryId)).map(({ id }) => id));
	if (!wanted.every((id) => known.has(id))) throw invalidField('solutionIds', 'unknown');
	await tx
		.insertInto('agenda_item_solution')
		.values(
			wanted.map((solution_id) => ({
				municipality_id: municipalityId,
				agenda_item_id: agendaItemId,
				solution_id,
			})),
		)
		.execute();
}
