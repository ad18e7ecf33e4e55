import { readRanking } from '#features/agenda/weighing.queries.server.ts';
import { setWeights } from '#features/agenda/weights.commands.server.ts';
import { weightsFrom } from '#features/agenda/weights.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readRanking, { trajectoryId: trajectory.id });
	return {
		...read,
		/** As the address says; what was recorded where it says nothing. */
		tried: weightsFrom(url.searchParams, read.weights),
		requestId: newId(),
		notice: url.searchParams.get('melding') === 'vastgelegd' ? ('weightsSaved' as const) : null,
	};
};

export const actions: Actions = {
	set: formAction(setWeights, { next: ({ url }) => `${url.pathname}?melding=vastgelegd` }),
};
