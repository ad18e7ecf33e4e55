import { readReport } from '#features/report/report.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const { language } = locals;
	return { model: await locals.ask(readReport, { trajectoryId: trajectory.id, taal: language }) };
};
