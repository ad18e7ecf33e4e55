import { readPlan } from '#features/execution/plan.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	return {
		...(await locals.ask(readPlan, { trajectoryId: trajectory.id })),
		notice: url.searchParams.get('melding') === 'toegevoegd' ? ('added' as const) : null,
	};
};
