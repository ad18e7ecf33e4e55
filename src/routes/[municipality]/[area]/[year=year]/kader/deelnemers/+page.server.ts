import { organisationOptions } from '#features/accounts/organisation.queries.server.ts';
import { readFrame } from '#features/trajectory/frame.queries.server.ts';
import {
	addParticipant,
	changeParticipant,
	endParticipant,
} from '#features/trajectory/participant.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const { participants, parties } = await locals.ask(readFrame, { trajectoryId: trajectory.id });
	const present = new Set(participants.map(({ organisationId }) => organisationId));
	const organisations = await locals.ask(organisationOptions, {});
	return {
		participants: participants.map((line) => ({ ...line, changeId: newId(), endId: newId() })),
		parties,
		organisations: organisations.filter(({ id }) => !present.has(id)),
		requestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addParticipant),
	change: formAction(changeParticipant),
	end: formAction(endParticipant),
};
