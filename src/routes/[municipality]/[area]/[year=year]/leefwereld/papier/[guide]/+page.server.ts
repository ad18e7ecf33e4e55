import { error } from '@sveltejs/kit';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { sheetModel } from '#features/lifeworld/sheet-model.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import type { PageServerLoad } from './$types';

/** A page to read and to print. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, params, locals }) => {
	const { trajectory } = await parent();
	const { guides } = await locals.ask(lifeworldForm, { trajectoryId: trajectory.id });
	const guide = guides.guides.find(({ id }) => id === params.guide);
	if (!guide) error(404, { message: explain(notFound(), locals.language) });
	return { model: sheetModel(guide, guides, locals.language) };
};
