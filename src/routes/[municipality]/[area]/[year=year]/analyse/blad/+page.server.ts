import { analysisForm } from '#features/analysis/form.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return { form: await locals.ask(analysisForm, { trajectoryId: trajectory.id }) };
};
