import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import { setAside, takeBack } from '#features/warnings/warning.commands.server.ts';
import { readWarning } from '#features/warnings/warning.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [warning, trajectories] = await Promise.all([
		locals.ask(readWarning, { warningId: params.id }),
		locals.ask(listTrajectories, {}),
	]);
	return { warning, trajectories, requestId: newId() };
};

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({
	warningId: (params as RequestEvent['params']).id,
});

export const actions = {
	setAside: formAction(setAside, { fixed }),
	takeBack: formAction(takeBack, { fixed }),
} satisfies Actions;
