import { moveBack, moveTrajectory } from '#features/frameworks/move.commands.server.ts';
import { movePreview } from '#features/frameworks/move.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to read and plain forms: what would happen stands there before anything does. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	return {
		move: await locals.ask(movePreview, {
			trajectoryId: trajectory.id,
			frameworkId: url.searchParams.get('naar') || null,
		}),
		notice: url.searchParams.get('melding'),
		requestIds: { move: newId(), back: newId() },
	};
};

export const actions: Actions = {
	move: formAction(moveTrajectory, { next: ({ url }) => `${url.pathname}?melding=overgestapt` }),
	back: formAction(moveBack, { next: ({ url }) => `${url.pathname}?melding=terug` }),
};
