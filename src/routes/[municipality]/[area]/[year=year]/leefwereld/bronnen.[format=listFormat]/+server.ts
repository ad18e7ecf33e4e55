import { themesOfTrajectory } from '#features/evidence/evidence.queries.server.ts';
import { themeNames } from '#features/evidence/evidence-text.ts';
import { readQuestion } from '#features/lifeworld/filter.ts';
import { foundFile } from '#features/lifeworld/found-file.ts';
import { exportEvidence } from '#features/lifeworld/found.queries.server.ts';
import { sourcePath } from '#features/trajectory/rooms.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { language } = locals;
	const address = { areaSlug: params.area, startYear: params.year };
	const trajectory = await locals.ask(findTrajectory, address);
	const { kinds, filter } = readQuestion(url.searchParams);
	const { page: _, ...narrowed } = filter;
	const input = { trajectoryId: trajectory.id };
	const { items } = await locals.ask(exportEvidence, { ...input, ...narrowed, kind: kinds });
	return foundFile(items, {
		format: params.format,
		name: lifeworldTexts[language].fileName(trajectory.areaSlug, trajectory.startYear),
		language,
		themes: themeNames(await locals.ask(themesOfTrajectory, input), language),
		addressOf: (id) => url.origin + sourcePath(params.municipality, trajectory, id),
	});
};
