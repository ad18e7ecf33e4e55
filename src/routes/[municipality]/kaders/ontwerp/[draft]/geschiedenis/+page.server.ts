import { revertDraft } from '#features/frameworks/draft.commands.server.ts';
import { draftHistory } from '#features/frameworks/draft.queries.server.ts';
import { frameworkPaths } from '#features/frameworks/framework-paths.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) =>
	locals.ask(draftHistory, { draftId: params.draft });

export const actions: Actions = {
	revert: formAction(revertDraft, {
		fixed: ({ params }) => ({ draftId: params.draft }),
		next: ({ params }) => frameworkPaths(params.municipality ?? '').draft(params.draft ?? ''),
	}),
};
