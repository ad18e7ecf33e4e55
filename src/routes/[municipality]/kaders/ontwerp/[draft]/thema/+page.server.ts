import { addTheme } from '#features/frameworks/draft-parts.commands.server.ts';
import { draftPage } from '#features/frameworks/draft-page.server.ts';
import { frameworkPaths } from '#features/frameworks/framework-paths.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { content, ...page } = await draftPage(event);
	return {
		...page,
		domains: content.domains.map(({ id, name }) => ({ id, name })),
		domain: event.url.searchParams.get('domein') ?? '',
	};
};

export const actions: Actions = {
	add: formAction(addTheme, {
		fixed: ({ params }) => ({ draftId: params.draft }),
		next: ({ params }, { theme }) =>
			`${frameworkPaths(params.municipality ?? '').draft(params.draft ?? '')}?melding=opgeslagen#theme-${theme}`,
	}),
};
