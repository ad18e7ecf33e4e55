import { editionOf } from '#features/frameworks/draft-content.ts';
import { changeDomain } from '#features/frameworks/draft-parts.commands.server.ts';
import { draftPage, savedPart } from '#features/frameworks/draft-page.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { formAction } from '#kernel/pages.server.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { content, ...page } = await draftPage(event);
	const domain = content.domains.find(({ id }) => id === event.params.domain);
	if (!domain) error(404, explain(notFound(), event.locals.language), { code: 'not_found' });
	const { name, goal, subtitle } = domain;
	return {
		...page,
		part: { name, goal, subtitle: subtitle ?? { nl: '', en: '' }, version: editionOf(domain) },
	};
};

const saved = savedPart(({ params }) => ({ domain: params.domain ?? '' }), '');

export const actions: Actions = { change: formAction(changeDomain, saved) };
