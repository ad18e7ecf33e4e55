import { addConversation } from '#features/lifeworld/conversation.commands.server.ts';
import { fieldForm, keptPath } from '#features/lifeworld/form-page.server.ts';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const offered = await locals.ask(lifeworldForm, { trajectoryId: trajectory.id });
	return {
		...offered,
		guide: offered.guides.guides.find(({ id }) => id === url.searchParams.get('met')) ?? null,
		...fieldForm(url),
	};
};

export const actions: Actions = {
	add: formAction(addConversation, { next: keptPath }),
};
