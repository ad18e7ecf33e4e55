import { readFrame } from '#features/trajectory/frame.queries.server.ts';
import {
	addPhase,
	changePhase,
	removePhase,
	usePlanning,
} from '#features/trajectory/phase.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const { phases } = await locals.ask(readFrame, { trajectoryId: trajectory.id });
	return {
		phases: phases.map((line) => ({ ...line, changeId: newId(), removeId: newId() })),
		addId: newId(),
		suggestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addPhase),
	change: formAction(changePhase),
	remove: formAction(removePhase),
	suggest: formAction(usePlanning),
};
