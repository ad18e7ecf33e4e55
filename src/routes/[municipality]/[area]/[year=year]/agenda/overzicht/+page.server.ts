import { readWeighing } from '#features/agenda/appraisal.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const sort = url.searchParams.get('volgorde') === 'verdeeldheid' ? 'disagreement' : 'rank';
	const page = url.searchParams.get('pagina') ?? undefined;
	return {
		...(await locals.ask(readWeighing, { trajectoryId: trajectory.id, sort, page })),
		sort,
	};
};
