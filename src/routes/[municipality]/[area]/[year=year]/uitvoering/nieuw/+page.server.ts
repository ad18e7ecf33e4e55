import { addApproach } from '#features/execution/approach.commands.server.ts';
import { approachChoices } from '#features/execution/plan.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { items, organisations } = await locals.ask(approachChoices, {
		trajectoryId: trajectory.id,
	});
	return {
		items: items.filter(({ isWithdrawn }) => !isWithdrawn),
		organisations,
		chosen: url.searchParams.getAll('agendapunt'),
		requestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addApproach, {
		next: ({ url }, { id }) =>
			`${url.pathname.replace(/\/nieuw$/, '')}/aanpak/${id}?melding=toegevoegd`,
	}),
};
