import { listToWeigh, readResidentsParty } from '#features/agenda/appraisal.queries.server.ts';
import { tableSize } from '#features/agenda/appraisal.schema.ts';
import { describeResidents } from '#features/agenda/scoring.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const trajectoryId = trajectory.id;
	const page = url.searchParams.get('pagina') ?? undefined;
	return {
		...(await locals.ask(listToWeigh, { trajectoryId, voice: 'residents', page })),
		pageSize: tableSize,
		...(await locals.ask(readResidentsParty, { trajectoryId })),
		requestId: newId(),
		notice: url.searchParams.get('melding') === 'opgeslagen' ? ('saved' as const) : null,
	};
};

export const actions: Actions = {
	describe: formAction(describeResidents, {
		next: ({ url }) => `${url.pathname}?melding=opgeslagen`,
	}),
};
