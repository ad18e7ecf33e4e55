import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals }) => ({
	trajectory: await locals.ask(findTrajectory, { areaSlug: params.area, startYear: params.year }),
});
