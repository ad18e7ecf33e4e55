import { meetingsFile } from '#features/signals/calendar-file.server.ts';
import { listMeetings } from '#features/signals/meeting.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const { meetings } = await locals.ask(listMeetings, { trajectoryId: trajectory.id });
	const path = url.pathname.replace(/\/overleg\/.*$/, '/overleg');
	return meetingsFile({ meetings, trajectory, path, language: locals.language });
};
