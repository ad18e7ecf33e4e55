import { listWarningOutcomes } from '#features/analysis/warning-taking.queries.server.ts';
import { listTrajectoryWarnings } from '#features/warnings/warning.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const state = url.searchParams.get('stand') || 'open';
	const [warnings, outcomes] = await Promise.all([
		locals.ask(listTrajectoryWarnings, { trajectoryId: trajectory.id, state }),
		locals.ask(listWarningOutcomes, { trajectoryId: trajectory.id }),
	]);
	return { warnings, outcomes, state };
};
