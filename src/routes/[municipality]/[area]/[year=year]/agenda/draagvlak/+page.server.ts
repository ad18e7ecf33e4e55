import { readSupport } from '#features/agenda/standpoint.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return locals.ask(readSupport, { trajectoryId: trajectory.id });
};
