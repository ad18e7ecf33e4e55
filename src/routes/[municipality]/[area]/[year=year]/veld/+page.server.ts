import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { spots } = await locals.ask(lifeworldForm, { trajectoryId: trajectory.id });
	return {
		places: spots.length,
		kept: url.searchParams.get('bewaard'),
		walkId: url.searchParams.get('schouw'),
	};
};
