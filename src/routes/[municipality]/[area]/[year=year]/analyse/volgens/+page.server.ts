import { analysisForm } from '#features/analysis/form.queries.server.ts';
import { formByView, otherViews } from '#features/analysis/other-views.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A page to read: the view stands in the address. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const form = await locals.ask(analysisForm, { trajectoryId: trajectory.id });
	const wanted = url.searchParams.get('indeling') ?? otherViews[0]?.id;
	const view = otherViews.find(({ id }) => id === wanted);
	if (!view) error(404, explain(notFound(), locals.language), { code: 'not_found' });
	const { id, name, source, explanation } = view;
	return {
		view: { id, name, source, explanation },
		grouped: formByView(form, view),
		framework: form.framework,
		isEmpty: form.findings.length === 0,
	};
};
