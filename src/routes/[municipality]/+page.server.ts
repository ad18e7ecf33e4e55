import { findPlace } from '#features/accounts/municipality.queries.server.ts';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => ({
	place: await locals.ask(findPlace, {}),
	trajectories: await locals.ask(listTrajectories, {}),
	isMember: locals.actor.kind === 'member',
	mayStart: startTrajectory.allow(locals.actor, null) === true,
});
