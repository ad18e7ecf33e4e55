import { domainPages } from '#features/report/domain-pages.server.ts';
import { readDomainDocuments, sectionOverview } from '#features/report/section.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, depends }) => {
	depends('report:writing');
	const { trajectory } = await parent();
	const asked = { trajectoryId: trajectory.id };
	const overview = await locals.ask(sectionOverview, asked);
	const pages = await domainPages(await locals.ask(readDomainDocuments, asked));
	return { ...overview, pages };
};
