import { comparableAsked } from '#features/figures/comparable-address.ts';
import { listComparable } from '#features/figures/comparing.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const asked = comparableAsked(url.searchParams);
	return { asked, like: await locals.ask(listComparable, { code: params.code, ...asked }) };
};
