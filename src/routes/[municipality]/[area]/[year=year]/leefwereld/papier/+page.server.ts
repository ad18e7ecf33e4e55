import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { listSheets } from '#features/lifeworld/sheets.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read and to choose from. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const { guides } = await locals.ask(lifeworldForm, input);
	const { stacks } = await locals.ask(listSheets, input);
	return { guides, stacks };
};
