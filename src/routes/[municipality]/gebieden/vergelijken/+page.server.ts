import { listAreas } from '#features/areas/area.queries.server.ts';
import { showCompared } from '#features/figures/comparing.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const codes = url.searchParams.getAll('gebied');
	const search = url.searchParams.get('zoek')?.trim() ?? '';
	const [compared, found] = await Promise.all([
		locals.ask(showCompared, { codes }),
		search === '' ? null : locals.ask(listAreas, { search }),
	]);
	return { compared, search, found, withSensitive: url.searchParams.get('gevoelig') === 'ja' };
};
