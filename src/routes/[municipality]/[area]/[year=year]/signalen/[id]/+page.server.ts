import { error } from '@sveltejs/kit';
import { reopenSignal, reportSignal } from '#features/signals/step.commands.server.ts';
import { readSignal } from '#features/signals/signal.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readSignal, { signalId: params.id });
	if (read.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	return { ...read, reportId: newId(), reopenId: newId() };
};

export const actions: Actions = {
	report: formAction(reportSignal),
	reopen: formAction(reopenSignal),
};
