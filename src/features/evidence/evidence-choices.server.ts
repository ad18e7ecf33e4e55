import { sql } from 'kysely';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { linesIn, newestFirst } from './evidence-lines.server.ts';
import { visibilities } from './evidence-kind.ts';

/**
 * The organisations that brought in something the actor may see, by name. One look along the index for each organisation
 * of the municipality, however much it brought in.
 */
export async function bringersIn(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
): Promise<{ id: string; name: string }[]> {
	const seen = mayReadInside(actor, access) === true ? visibilities : (['public'] as const);
	const any = seen.map(
		// A subquery that gives a row, not EXISTS, of which PostgreSQL may make a walk along all sources.
		(
			visibility,
		) => sql`(SELECT true FROM evidence WHERE evidence.municipality_id = organisation.municipality_id
			AND evidence.trajectory_id = ${access.trajectoryId}::uuid AND evidence.organisation_id = organisation.id
			AND evidence.visibility = ${visibility} AND evidence.withdrawn_at IS NULL LIMIT 1)`,
	);
	return reader
		.selectFrom('organisation')
		.select(['organisation.id', 'organisation.name'])
		.where('organisation.municipality_id', '=', municipalityOf(actor))
		.where(sql<boolean>`coalesce(${sql.join(any)})`)
		.orderBy('organisation.name')
		.execute();
}

/** The places of so many of the newest sources are offered. */
const mostLookedAt = 1000;

/** Places that were named lately in this trajectory, the most frequent first: to choose from while typing. */
export async function placesOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
): Promise<string[]> {
	const newest = newestFirst(linesIn(reader, actor, access, {}), null)
		.clearSelect()
		.select('evidence.place')
		.limit(mostLookedAt);
	const places = await reader
		.selectFrom(newest.as('newest'))
		.select(['newest.place', (eb) => eb.fn.countAll().as('times')])
		.where('newest.place', '<>', '')
		.groupBy('newest.place')
		.orderBy('times', 'desc')
		.limit(50)
		.execute();
	return places.map(({ place }) => place);
}
