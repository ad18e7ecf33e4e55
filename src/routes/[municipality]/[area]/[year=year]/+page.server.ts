import { readOverview } from '#features/overview/overview.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return { overview: await locals.ask(readOverview, { trajectoryId: trajectory.id }) };
};
