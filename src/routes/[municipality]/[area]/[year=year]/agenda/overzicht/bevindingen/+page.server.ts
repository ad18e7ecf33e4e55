import { tableSize } from '#features/agenda/appraisal.schema.ts';
import { readWeighing } from '#features/agenda/weighing.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	const read = await locals.ask(readWeighing, { trajectoryId: trajectory.id, page });
	return { ...read, pageSize: tableSize };
};
