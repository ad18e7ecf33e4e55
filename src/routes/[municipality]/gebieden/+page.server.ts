import { listAreas, ownAreas, ownMap } from '#features/areas/area.queries.server.ts';
import { listPublications } from '#features/figures/figures.queries.server.ts';
import { mayImport } from '#features/publications/import.commands.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = url.searchParams.get('zoek')?.trim() ?? '';
	const level = url.searchParams.get('soort') || undefined;
	const page = url.searchParams.get('pagina') || undefined;
	const [tree, map, publications, found] = await Promise.all([
		locals.ask(ownAreas, {}),
		search === '' && !level ? locals.ask(ownMap, {}) : null,
		locals.ask(listPublications, {}),
		search === '' && !level ? null : locals.ask(listAreas, { search, level, page }),
	]);
	const mayBring = mayImport(locals.actor, null) === true;
	return { search, level, found, tree, map, publications: publications.total, mayBring };
};
