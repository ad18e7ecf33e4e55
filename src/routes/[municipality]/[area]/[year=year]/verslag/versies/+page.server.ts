import {
	freezeReport,
	setVersionVisibility,
} from '#features/report/report-version.commands.server.ts';
import { listReportVersions } from '#features/report/report-version.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const notice = url.searchParams.get('melding');
	return {
		versions: await locals.ask(listReportVersions, { trajectoryId: trajectory.id }),
		requestId: newId(),
		notice:
			notice === 'vastgelegd'
				? ('frozen' as const)
				: notice === 'opgeslagen'
					? ('visibilitySaved' as const)
					: null,
	};
};

export const actions: Actions = {
	freeze: formAction(freezeReport, {
		fixed: async ({ params, locals }) => {
			const place = { areaSlug: params.area, startYear: params.year };
			return { trajectoryId: (await locals.ask(findTrajectory, place)).id };
		},
		next: ({ url }) => `${url.pathname}?melding=vastgelegd`,
	}),
	visibility: formAction(setVersionVisibility, {
		next: ({ url }) => `${url.pathname}?melding=opgeslagen`,
	}),
};
