import { sql } from 'kysely';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import type { ObservationDetails } from '#features/evidence/evidence-details.schema.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { HOURS_OF_PART, type Visits } from './place-picture.ts';

/**
 * What was seen at a place, counted by weekday, part of the day (on clocks in the Netherlands), busyness, mood and care.
 * Only observations of which the time is known; `undated` counts the others.
 */
export async function visitsOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	placeId: string,
): Promise<Visits> {
	const seen = linesIn(reader, actor, access, { kind: ['observation'] })
		.clearSelect()
		.where('evidence.place_id', '=', placeId);
	const clock = sql`evidence.happened_at AT TIME ZONE 'Europe/Amsterdam'`;
	const mark = <Name extends 'busy' | 'mood' | 'order'>(name: Name) =>
		sql<ObservationDetails[Name]>`evidence.details ->> ${sql.lit(name)}`.as(name);
	const rows = await seen
		.select([
			sql<number>`extract(isodow FROM ${clock})::integer`.as('weekday'),
			sql<number>`floor(extract(hour FROM ${clock}) / ${sql.lit(HOURS_OF_PART)})::integer`.as(
				'part',
			),
			mark('busy'),
			mark('mood'),
			mark('order'),
			sql<ObservationDetails['who']>`evidence.details -> 'who'`.as('who'),
			(eb) => eb.fn.countAll<string>().as('times'),
		])
		.where('evidence.happened_precision', '=', 'minute')
		.where('evidence.happened_at', 'is not', null)
		.groupBy(['weekday', 'part', 'busy', 'mood', 'order', 'who'])
		.execute();
	const { undated } = await seen
		.select((eb) => eb.fn.countAll<string>().as('undated'))
		.where((or) =>
			or('evidence.happened_precision', '<>', 'minute').or('evidence.happened_at', 'is', null),
		)
		.executeTakeFirstOrThrow();
	return {
		timed: rows.map((row) => ({ ...row, times: Number(row.times) })),
		undated: Number(undated),
	};
}
