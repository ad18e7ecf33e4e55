import { error, json } from '@sveltejs/kit';
import { domainPages } from '#features/report/domain-pages.server.ts';
import { readDomainDocuments } from '#features/report/section.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import type { RequestHandler } from './$types';

/** How many pages a domain takes with the text that is being written: asked for by the editor after a pause. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const sent: unknown = await request.json().catch(() => null);
	if (typeof sent !== 'object' || sent === null || !('domainId' in sent) || !('typed' in sent))
		error(400);
	const { id: trajectoryId } = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const { domainId, typed } = sent;
	const documents = await locals.ask(readDomainDocuments, { trajectoryId, domainId, typed });
	const [pages = null] = await domainPages(documents);
	return json(pages);
};
