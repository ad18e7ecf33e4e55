import type { Updateable } from 'kysely';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { Participant } from '#server/database/schema.ts';
import { accessOfInput } from './access.server.ts';
import {
	addParticipantSchema,
	changeParticipantSchema,
	endParticipantSchema,
} from './frame.schema.ts';
import { rowOf } from './row.server.ts';
import { mayLead } from './trajectory.policy.ts';

export const addParticipant = command({
	name: 'participant.add',
	summary: 'Adds an organisation, or one person of it, to the table.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/deelnemers' },
	input: addParticipantSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, input) {
		await checkOrganisation(tx, actor, input.organisationId, input.membershipId);
		const { trajectoryId, organisationId, membershipId } = input;
		const present = await tx
			.selectFrom('participant')
			.select('id')
			.where('municipality_id', '=', actor.municipalityId)
			.where('trajectory_id', '=', trajectoryId)
			.where('organisation_id', '=', organisationId)
			.where('membership_id', membershipId ? '=' : 'is', membershipId)
			.where('ended_at', 'is', null)
			.executeTakeFirst();
		if (present) throw invalidField('organisationId', 'taken');
		await tx
			.insertInto('participant')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: trajectoryId,
				organisation_id: organisationId,
				membership_id: membershipId,
				...columnsOf(input),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeParticipant = command({
	name: 'participant.change',
	summary: 'Changes the group, task, mandate or access to budget of a participant.',
	http: { method: 'PATCH', path: '/trajecten/{trajectoryId}/deelnemers/{participantId}' },
	input: changeParticipantSchema,
	subject: accessOfInput,
	allow: mayLead,
	run: ({ tx, actor }, input) => update(tx, actor, input, columnsOf(input)),
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const endParticipant = command({
	name: 'participant.end',
	summary: 'Ends the part of a participant; what it brought in stays.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/deelnemers/{participantId}/einde' },
	input: endParticipantSchema,
	subject: accessOfInput,
	allow: mayLead,
	run: ({ tx, actor, clock }, input) => update(tx, actor, input, { ended_at: clock.now() }),
	trajectory: ({ trajectoryId }) => trajectoryId,
});

interface Participation {
	part: string;
	task: string;
	roleNote: string;
	mandate: string;
	mandateNote: string;
	budgetAccess: string;
}

function columnsOf(input: Participation) {
	return {
		part: input.part,
		task: input.task,
		role_note: input.roleNote,
		mandate: input.mandate,
		mandate_note: input.mandateNote,
		budget_access: input.budgetAccess,
	};
}

async function checkOrganisation(
	tx: Tx,
	actor: Actor,
	organisationId: string,
	membershipId: string | null,
): Promise<void> {
	const organisation = await tx
		.selectFrom('organisation')
		.select('id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', organisationId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	if (!organisation) throw invalidField('organisationId', 'unknown');
	if (!membershipId) return;
	const membership = await tx
		.selectFrom('membership')
		.select('id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', membershipId)
		.where('organisation_id', '=', organisationId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	if (!membership) throw invalidField('membershipId', 'unknown');
}

function update(
	tx: Tx,
	actor: Actor,
	{ participantId, ...input }: { trajectoryId: string; participantId: string; version: number },
	values: Updateable<Participant>,
): Promise<Changed> {
	const row = rowOf(actor, participantId, input);
	return changeRow(tx, 'participant', row, values, {
		current: () =>
			tx
				.selectFrom('participant')
				.select(['version', 'part', 'task', 'role_note as roleNote', 'mandate'])
				.select(['mandate_note as mandateNote', 'budget_access as budgetAccess'])
				.where('municipality_id', '=', row.municipalityId)
				.where('id', '=', participantId)
				.executeTakeFirst(),
	});
}
