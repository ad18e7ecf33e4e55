import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { mayStartTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { roomPath } from '#features/trajectory/rooms.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { frameworks } = await locals.ask(mayStartTrajectory, {});
	return { frameworks, requestId: newId(), year: new Date().getFullYear() };
};

export const actions: Actions = {
	start: formAction(startTrajectory, {
		next: ({ params }, place) => roomPath(params.municipality ?? '', place, 'trajectory'),
	}),
};
