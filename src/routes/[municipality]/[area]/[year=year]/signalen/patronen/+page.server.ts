import { listPatterns } from '#features/signals/signal.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return locals.ask(listPatterns, { trajectoryId: trajectory.id });
};
