import { readThreads } from '#features/thread/thread.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const los = pageNumber(url, 'los');
	const bronloos = pageNumber(url, 'bronloos');
	const threads = await locals.ask(readThreads, {
		trajectoryId: trajectory.id,
		loosePage: los,
		sourcelessPage: bronloos,
	});
	return { threads, los, bronloos };
};

/** The number of a page in the address; the first for what is no number. */
function pageNumber(url: URL, name: string): number {
	const typed = Number(url.searchParams.get(name) ?? 1);
	return Number.isInteger(typed) && typed >= 1 && typed <= 100_000 ? typed : 1;
}
