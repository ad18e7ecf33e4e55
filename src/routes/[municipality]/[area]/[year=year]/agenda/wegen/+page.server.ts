import { listToWeigh } from '#features/agenda/appraisal.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	return {
		...(await locals.ask(listToWeigh, { trajectoryId: trajectory.id, page })),
		notice: url.searchParams.get('melding') === 'opgeslagen' ? ('saved' as const) : null,
	};
};
