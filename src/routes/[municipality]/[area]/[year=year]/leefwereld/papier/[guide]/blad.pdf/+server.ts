import { error } from '@sveltejs/kit';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { sheetModel } from '#features/lifeworld/sheet-model.ts';
import { reportFile } from '#features/report/report-file.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	const { language } = locals;
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const { guides } = await locals.ask(lifeworldForm, { trajectoryId: trajectory.id });
	const guide = guides.guides.find(({ id }) => id === params.guide);
	if (!guide) error(404, { message: explain(notFound(), language) });
	return reportFile({
		format: 'pdf',
		model: sheetModel(guide, guides, language),
		name: `${guide.id}-${trajectory.areaSlug}`,
		language,
	});
};
