import { beginGuide } from '#features/lifeworld/own-guide.commands.server.ts';
import { listOwnGuides } from '#features/lifeworld/own-guide.queries.server.ts';
import { guidePaths } from '#features/lifeworld/guide-paths.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to read, with one plain form on it. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => ({
	...(await locals.ask(listOwnGuides, {})),
	requestId: newId(),
});

export const actions: Actions = {
	begin: formAction(beginGuide, {
		next: ({ params }, { id }) => guidePaths(params.municipality ?? '').guide(id),
	}),
};
