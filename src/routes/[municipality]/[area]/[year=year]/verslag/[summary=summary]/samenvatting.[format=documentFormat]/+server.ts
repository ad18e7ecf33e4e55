import { documentOf } from '#features/report/report-documents.server.ts';
import { reportFile, unlessBusy } from '#features/report/report-file.server.ts';
import { readReportData } from '#features/report/report.queries.server.ts';
import { summaryNamed } from '#features/report/report-paths.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { summaryTexts } from '#locales/report-summaries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { language } = locals;
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const kind = summaryNamed(params.summary);
	const data = await locals.ask(readReportData, { trajectoryId: trajectory.id });
	const model = await unlessBusy(documentOf(kind, data, language), language);
	return reportFile({
		format: params.format,
		model: { ...model, baseUrl: url.origin },
		name: summaryTexts[language][kind].file(trajectory.areaSlug, trajectory.startYear),
		language,
	});
};
