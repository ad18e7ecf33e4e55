import { changeFrame } from '#features/trajectory/frame.commands.server.ts';
import { mayChangeFrame, readFrame } from '#features/trajectory/frame.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	await locals.ask(mayChangeFrame, { trajectoryId: trajectory.id });
	return {
		frame: await locals.ask(readFrame, { trajectoryId: trajectory.id }),
		requestId: newId(),
	};
};

export const actions: Actions = {
	change: formAction(changeFrame, { next: ({ url }) => url.pathname.replace(/\/wijzigen$/, '') }),
};
