import { addGroup } from '#features/analysis/finding-group.commands.server.ts';
import { listGroups } from '#features/analysis/groups.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const found = await locals.ask(listGroups, { trajectoryId: trajectory.id });
	return { ...found, requestIds: found.likely.map(() => newId()) };
};

export const actions = {
	group: formAction(addGroup, {
		next: (event, { id }) =>
			`${event.url.pathname.replace(/groepen$/, '')}bevinding/${id}?melding=gegroepeerd`,
	}),
} satisfies Actions;
