import { analysisForm } from '#features/analysis/form.queries.server.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const form = await locals.ask(analysisForm, { trajectoryId: trajectory.id });
	return {
		unknowns: whatWeDoNotKnow(form),
		framework: form.framework,
		mayContribute: form.may.contribute,
	};
};
