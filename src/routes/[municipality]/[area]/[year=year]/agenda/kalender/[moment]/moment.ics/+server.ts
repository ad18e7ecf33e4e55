import { calendarFile } from '#features/agenda/moment-file.server.ts';
import { readCalendar } from '#features/agenda/moment.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const calendar = await locals.ask(readCalendar, { trajectoryId: trajectory.id });
	return calendarFile({
		calendar,
		trajectory,
		path: url.pathname.replace(/\/kalender\/.*$/, '/kalender'),
		language: locals.language,
		only: params.moment,
	});
};
