import { makeFile, reportFile } from '#features/report/report-file.server.ts';
import { readReport } from '#features/report/report.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { renderDocx } from '#server/documents/docx.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { language } = locals;
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const model = await locals.ask(readReport, { trajectoryId: trajectory.id, taal: language });
	const bytes = await makeFile(renderDocx({ ...model, baseUrl: url.origin }), language);
	return reportFile({ kind: 'docx', bytes, trajectory, language });
};
