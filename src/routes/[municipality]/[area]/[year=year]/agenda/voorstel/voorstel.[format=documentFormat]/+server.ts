import { proposalAsked } from '#features/report/proposal-address.ts';
import { readProposal } from '#features/report/proposal.queries.server.ts';
import { reportFile } from '#features/report/report-file.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { proposalTexts } from '#locales/proposal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { language } = locals;
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const asked = proposalAsked(url.searchParams);
	const { model } = await locals.ask(readProposal, {
		trajectoryId: trajectory.id,
		...asked,
		taal: language,
	});
	return reportFile({
		format: params.format,
		model: { ...model, baseUrl: url.origin },
		name: proposalTexts[language].fileName(asked.body, trajectory.areaSlug, trajectory.startYear),
		language,
	});
};
