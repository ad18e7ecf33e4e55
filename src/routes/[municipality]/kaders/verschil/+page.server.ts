import { compareFrameworks } from '#features/frameworks/framework.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) =>
	locals.ask(compareFrameworks, {
		frameworkId: url.searchParams.get('van') ?? '',
		otherId: url.searchParams.get('naar') ?? '',
	});
