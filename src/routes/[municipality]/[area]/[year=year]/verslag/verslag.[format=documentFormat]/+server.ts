import { reportFile } from '#features/report/report-file.server.ts';
import { readReport } from '#features/report/report.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { reportTexts } from '#locales/report.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { language } = locals;
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const model = await locals.ask(readReport, { trajectoryId: trajectory.id, taal: language });
	return reportFile({
		format: params.format,
		model: { ...model, baseUrl: url.origin },
		name: reportTexts[language].fileName(trajectory.areaSlug, trajectory.startYear),
		language,
	});
};
