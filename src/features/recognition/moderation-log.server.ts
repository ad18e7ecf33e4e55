import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';

/** How often moderators decided something for one reason in a month; `reason` is '' for what was taken over. */
export interface JudgedInMonth {
	/** `2026-11`, on the clock of the Netherlands. */
	month: string;
	outcome: string;
	reason: string;
	count: number;
}

/** What moderators decided about reactions in a trajectory, the newest month first. */
export async function judgementsByMonth(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<JudgedInMonth[]> {
	const rows = await reader
		.selectFrom('recognition_judgement')
		.select(['outcome', 'reason'])
		.select(sql<string>`to_char(judged_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM')`.as('month'))
		.select((eb) => eb.fn.countAll<string>().as('count'))
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.groupBy(['month', 'outcome', 'reason'])
		.orderBy('month', 'desc')
		.orderBy('outcome')
		.orderBy('reason')
		.execute();
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
