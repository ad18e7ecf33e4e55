import { analysisForm } from '#features/analysis/form.queries.server.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import { listNeeds } from '#features/analysis/worklist.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const form = await locals.ask(analysisForm, { trajectoryId: trajectory.id });
	const filter = { ours: url.searchParams.has('vanOns'), late: url.searchParams.has('teLaat') };
	return {
		unknowns: whatWeDoNotKnow(form),
		work: await locals.ask(listNeeds, { trajectoryId: trajectory.id, ...filter }),
		filter,
		framework: form.framework,
		mayContribute: form.may.contribute,
	};
};
