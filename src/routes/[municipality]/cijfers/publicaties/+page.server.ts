import { listPublications } from '#features/figures/figures.queries.server.ts';
import { mayImport } from '#features/publications/import.commands.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	publications: await locals.ask(listPublications, {
		page: url.searchParams.get('pagina') || undefined,
	}),
	mayBring: mayImport(locals.actor, null) === true,
});
