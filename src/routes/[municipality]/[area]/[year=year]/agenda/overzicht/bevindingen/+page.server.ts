import { readWeighing } from '#features/agenda/weighing.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	return locals.ask(readWeighing, { trajectoryId: trajectory.id, page });
};
