import { restoreDraft } from '#features/frameworks/draft.commands.server.ts';
import { frameworkPaths } from '#features/frameworks/framework-paths.ts';
import { listFrameworks } from '#features/frameworks/framework.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to read, with one plain form on it. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
	const { drafts, ...list } = await locals.ask(listFrameworks, {});
	return { ...list, drafts: drafts.map((draft) => ({ ...draft, requestId: newId() })) };
};

export const actions: Actions = {
	restore: formAction(restoreDraft, {
		next: ({ params }, { id }) => frameworkPaths(params.municipality ?? '').draft(id),
	}),
};
