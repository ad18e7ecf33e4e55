import { restoreRound, startRound } from '#features/agenda/adjustment.commands.server.ts';
import { readYears } from '#features/agenda/adjustment.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readYears, {
		trajectoryId: trajectory.id,
		from: url.searchParams.get('jaar') ?? undefined,
		to: url.searchParams.get('naast') ?? undefined,
	});
	return {
		...read,
		withdrawnRounds: read.withdrawnRounds.map((round) => ({ ...round, restoreId: newId() })),
		startId: newId(),
	};
};

export const actions: Actions = {
	start: formAction(startRound, {
		next: ({ url }, { id }) => `${url.pathname}/${id}`,
	}),
	restore: formAction(restoreRound, { next: ({ url }, { id }) => `${url.pathname}/${id}` }),
};
