import { asVersion } from '#features/frameworks/draft-content.ts';
import { readDraft } from '#features/frameworks/draft.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals }) => {
	const draft = await locals.ask(readDraft, { draftId: params.draft });
	return { draftId: draft.id, framework: asVersion(draft.content, draft.key, 1) };
};
