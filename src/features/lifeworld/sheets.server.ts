import { sql } from 'kysely';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';

/** Which sheet of paper answers come from. */
export interface Sheet {
	stack: string;
	sheet: number | null;
}

/**
 * Refuses at `sheet` a sheet of this stack that was entered before, in this trajectory: it would count twice. Stacks of
 * the same name are the same stack, in capitals or not. `exceptId` is the source that is being changed.
 */
export async function refuseEnteredSheet(
	tx: Tx,
	actor: Actor,
	trajectoryId: string,
	{ stack, sheet }: Sheet,
	exceptId: string | null = null,
): Promise<void> {
	if (sheet === null) return;
	const { rows } = await sql`
		SELECT FROM evidence e
		WHERE e.municipality_id = ${municipalityOf(actor)} AND e.trajectory_id = ${trajectoryId}
			AND e.kind = 'conversation' AND e.withdrawn_at IS NULL
			AND e.details ->> 'sheet' = ${String(sheet)}
			AND lower(coalesce(e.details ->> 'stack', '')) = ${stack.toLowerCase()}
			AND e.id IS DISTINCT FROM ${exceptId}::uuid
		LIMIT 1`.execute(tx);
	if (rows.length > 0) throw invalidField('sheet', 'sheet_entered');
}

/** The name of the stack of a row of `evidence`. */
export const stackOf = sql<string>`coalesce(evidence.details ->> 'stack', '')`;
/** The guide whose questions stand on it. */
export const guideOf = sql<string>`evidence.details ->> 'guide'`;
const sheetOf = sql<number | null>`(evidence.details ->> 'sheet')::integer`;

/** The sheets of paper that were entered, the newest first; of one stack when it is named. */
export function sheetsIn(reader: Reader, actor: Actor, access: TrajectoryAccess, stack?: string) {
	return linesIn(reader, actor, access, { kind: ['conversation'] })
		.clearSelect()
		.where(sql<boolean>`evidence.details ->> 'enteredFrom' = 'paper'`)
		.$if(stack !== undefined, (q) =>
			q.where(sql<boolean>`lower(${stackOf}) = ${(stack ?? '').toLowerCase()}`),
		)
		.select(['evidence.id', 'evidence.title', 'evidence.created_at as createdAt'])
		.select([stackOf.as('stack'), sheetOf.as('sheet')])
		.orderBy('evidence.created_at', 'desc')
		.orderBy('evidence.id', 'desc');
}
