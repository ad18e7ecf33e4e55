import { editionOf } from '#features/frameworks/draft-content.ts';
import { changeColumn } from '#features/frameworks/draft-parts.commands.server.ts';
import { draftPage, savedPart } from '#features/frameworks/draft-page.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { formAction } from '#kernel/pages.server.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { content, ...page } = await draftPage(event);
	const column = content.columns.find(({ id }) => id === event.params.column);
	if (!column) error(404, explain(notFound(), event.locals.language), { code: 'not_found' });
	return { ...page, part: { ...column, version: editionOf(column) } };
};

const saved = savedPart(({ params }) => ({ column: params.column ?? '' }), 'column');

export const actions: Actions = { change: formAction(changeColumn, saved) };
