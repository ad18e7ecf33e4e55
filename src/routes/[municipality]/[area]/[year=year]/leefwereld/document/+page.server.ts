import { addEvidence } from '#features/evidence/evidence.commands.server.ts';
import { listHelpLines } from '#features/evidence/help-line.queries.server.ts';
import { savedPath } from '#features/lifeworld/form-page.server.ts';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const offered = await locals.ask(lifeworldForm, { trajectoryId: trajectory.id });
	return {
		...offered,
		helpLines: (await locals.ask(listHelpLines, {})).lines,
		requestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addEvidence, { next: savedPath }),
};
