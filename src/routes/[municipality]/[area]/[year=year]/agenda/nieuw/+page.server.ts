import { addAgendaItem } from '#features/agenda/agenda-item.commands.server.ts';
import { findingsToChoose } from '#features/agenda/choosing.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { findings, priorities } = await locals.ask(findingsToChoose, {
		trajectoryId: trajectory.id,
	});
	const first = new Set(priorities.map(({ findingId }) => findingId));
	return {
		findings: findings.map(({ id, text }) => ({ id, text, isPriority: first.has(id) })),
		chosen: url.searchParams.getAll('bevinding'),
		requestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addAgendaItem, {
		next: ({ url }) => `${url.pathname.replace(/\/nieuw$/, '')}?melding=toegevoegd`,
	}),
};
