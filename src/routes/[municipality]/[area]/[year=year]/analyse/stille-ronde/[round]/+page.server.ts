import { readSilentRound } from '#features/analysis/silent-round.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
	const { trajectory } = await parent();
	return locals.ask(readSilentRound, {
		trajectoryId: trajectory.id,
		silentRoundId: params.round,
	});
};
