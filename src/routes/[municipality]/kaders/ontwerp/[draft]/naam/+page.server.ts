import { changeDraft } from '#features/frameworks/draft.commands.server.ts';
import { draftPage, savedPart } from '#features/frameworks/draft-page.server.ts';
import { editionOf } from '#features/frameworks/draft-content.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { content, ...page } = await draftPage(event);
	const { name, explanation } = content;
	return {
		...page,
		part: { name, explanation: explanation ?? { nl: '', en: '' }, version: editionOf(content) },
	};
};

export const actions: Actions = {
	change: formAction(
		changeDraft,
		savedPart(() => ({}), ''),
	),
};
