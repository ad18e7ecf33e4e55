import { addMeeting } from '#features/signals/meeting.commands.server.ts';
import { mayPlanMeetings } from '#features/signals/meeting.queries.server.ts';
import { signalPaths } from '#features/signals/signal-paths.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	await locals.ask(mayPlanMeetings, { trajectoryId: trajectory.id });
	return { requestId: newId() };
};

export const actions: Actions = {
	add: formAction(addMeeting, {
		next: ({ params }, { id }) =>
			signalPaths(params.municipality ?? '', {
				areaSlug: params.area ?? '',
				startYear: Number(params.year),
			}).meeting(id),
	}),
};
