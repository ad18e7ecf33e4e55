import { listMeetings } from '#features/signals/meeting.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return locals.ask(listMeetings, { trajectoryId: trajectory.id });
};
