import { listPreconditions } from '#features/trajectory/frame.queries.server.ts';
import { setPrecondition } from '#features/trajectory/precondition.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const preconditions = await locals.ask(listPreconditions, { trajectoryId: trajectory.id });
	return { preconditions: preconditions.map((line) => ({ ...line, requestId: newId() })) };
};

export const actions: Actions = { set: formAction(setPrecondition) };
