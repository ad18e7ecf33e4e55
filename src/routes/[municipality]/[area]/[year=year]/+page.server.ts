import { readOverview } from '#features/overview/overview.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return { overview: await locals.ask(readOverview, { trajectoryId: trajectory.id }) };
};
