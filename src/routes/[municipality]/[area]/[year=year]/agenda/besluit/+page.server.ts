import { recordSession } from '#features/agenda/decision.commands.server.ts';
import { sessionChoices } from '#features/agenda/decision-session.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return {
		items: await locals.ask(sessionChoices, { trajectoryId: trajectory.id }),
		requestId: newId(),
	};
};

export const actions: Actions = {
	record: formAction(recordSession, {
		next: ({ url }, { id }) => `${url.pathname}/${id}?melding=vastgelegd`,
	}),
};
