import { findingListPage } from '#features/analysis/finding-list.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const at = (name: string) => url.searchParams.get(name) || undefined;
	const filter = {
		kind: at('soort'),
		theme: at('thema'),
		organisationId: at('organisatie'),
		withoutSource: at('zonderBron'),
		withdrawn: at('ingetrokken'),
	};
	const found = await locals.ask(findingListPage, {
		trajectoryId: trajectory.id,
		...filter,
		after: at('na'),
		before: at('voor'),
	});
	return { ...found, filter };
};
