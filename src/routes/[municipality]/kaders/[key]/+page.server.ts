import { beginDraft } from '#features/frameworks/draft.commands.server.ts';
import { frameworkPaths } from '#features/frameworks/framework-paths.ts';
import { readFramework } from '#features/frameworks/framework.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to read, with plain forms that begin a draft. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals, url }) => ({
	...(await locals.ask(readFramework, {
		key: params.key,
		version: url.searchParams.get('versie') || null,
	})),
	notice: url.searchParams.get('melding'),
	requestIds: { copy: newId(), next: newId() },
});

export const actions: Actions = {
	begin: formAction(beginDraft, {
		// An empty name would ask for the next version of the framework itself.
		input: (values) => ('copy' in values ? { name: '', ...values } : values),
		next: ({ params }, { id }) => frameworkPaths(params.municipality ?? '').draft(id),
	}),
};
