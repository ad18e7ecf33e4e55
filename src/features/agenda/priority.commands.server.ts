import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { withdrawRow } from '#server/database/rows.ts';
import { choosePrioritySchema, withdrawPrioritySchema } from './priority.schema.ts';

export const choosePriority = command({
	name: 'priority.choose',
	summary: 'Records that people put a finding first, why, and who chose.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/speerpunten' },
	input: choosePrioritySchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, input) {
		const municipality_id = municipalityOf(actor);
		const findings = await findingsOf(tx, municipality_id, input.trajectoryId);
		if (!findings.some(({ id }) => id === input.findingId))
			throw invalidField('findingId', 'unknown');
		const standing = await tx
			.selectFrom('priority')
			.select('id')
			.where('municipality_id', '=', municipality_id)
			.where('finding_id', '=', input.findingId)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirst();
		if (standing) throw invalidField('findingId', 'taken');
		await tx
			.insertInto('priority')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: input.trajectoryId,
				finding_id: input.findingId,
				reason: input.reason,
				chosen_by: input.chosenBy,
				chosen_by_note: input.chosenByNote,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const withdrawPriority = command({
	name: 'priority.withdraw',
	summary: 'Takes a priority back, with the reason. The finding can be chosen again later.',
	http: { method: 'POST', path: '/speerpunten/{priorityId}/intrekking' },
	input: withdrawPrioritySchema,
	subject: (reader, { priorityId }, actor) =>
		loadAccessOfRow(reader, 'priority', priorityId, actor),
	allow: mayLead,
	run: ({ tx, actor, clock }, { priorityId: id, version, reason }) =>
		withdrawRow(
			tx,
			'priority',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
