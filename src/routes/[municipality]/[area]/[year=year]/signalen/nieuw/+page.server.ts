import { nowMoment } from '#features/lifeworld/form-page.server.ts';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { addSignal } from '#features/signals/signal.commands.server.ts';
import { signalPaths } from '#features/signals/signal-paths.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const offered = await locals.ask(lifeworldForm, { trajectoryId: trajectory.id });
	return { ...offered, moment: nowMoment(), requestId: newId() };
};

export const actions: Actions = {
	add: formAction(addSignal, {
		next: ({ params }, { id }) =>
			`${signalPaths(params.municipality ?? '', { areaSlug: params.area ?? '', startYear: Number(params.year) }).signal(id)}?melding=ingebracht`,
	}),
};
