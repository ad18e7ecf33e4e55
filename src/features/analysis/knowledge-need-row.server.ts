import type { Updateable } from 'kysely';
import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { KnowledgeNeed } from '#server/database/schema.ts';

/** For commands and queries about one knowledge need: what the actor is in its trajectory. */
export const accessOfNeed = (reader: Reader, input: { knowledgeNeedId: string }, actor: Actor) =>
	loadAccessOfRow(reader, 'knowledge_need', input.knowledgeNeedId, actor);

/** Changes a need that still has the version its writer read; throws as `changeRow` does. */
export function updateNeed(
	tx: Tx,
	actor: Actor,
	{ knowledgeNeedId: id, version }: { knowledgeNeedId: string; version: number },
	values: Updateable<KnowledgeNeed>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id, version };
	return changeRow(tx, 'knowledge_need', row, values, {
		current: () => currentNeed(tx, row.municipalityId, id),
	});
}

/** What stands there now: what a second writer needs to merge. */
function currentNeed(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('knowledge_need')
		.select(['version', 'theme', 'question', 'method', 'who', 'due_on as dueOn', 'answer', 'state'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
