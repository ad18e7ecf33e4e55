import { dimensionsOf, otherViews } from '#features/analysis/other-views.ts';
import { editionOf, themeIn } from '#features/frameworks/draft-content.ts';
import { changeTheme } from '#features/frameworks/draft-parts.commands.server.ts';
import { draftPage, savedPart } from '#features/frameworks/draft-page.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import { error } from '@sveltejs/kit';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { content, ...page } = await draftPage(event);
	const found = themeIn(content, event.params.theme);
	if (!found) error(404, explain(notFound(), event.locals.language), { code: 'not_found' });
	return {
		...page,
		part: { ...found.theme, version: editionOf(found.theme) },
		domain: found.domain.id,
		domains: content.domains.map(({ id, name }) => ({ id, name })),
		views: otherViews.map((view) => ({
			id: view.id,
			name: view.name,
			dimensions: view.dimensions,
			chosen: dimensionsOf(view, found.theme),
		})),
	};
};

const saved = savedPart(({ params }) => ({ theme: params.theme ?? '' }), 'theme');

export const actions: Actions = {
	change: formAction(changeTheme, {
		...saved,
		// The page always asks for the views: nothing ticked means that the theme belongs nowhere.
		input: (values) => ({ ...values, views: values.views ?? {} }),
	}),
};
