import { showRevision } from '#features/publications/publications.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.ask(showRevision, {
		publicationId: params.publication,
		seriesId: url.searchParams.get('reeks') || undefined,
		page: url.searchParams.get('pagina') || undefined,
	});
