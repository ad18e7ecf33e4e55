import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import { writeAgreements } from './agreement.write.server.ts';
import {
	choosePrioritySchema,
	restorePrioritySchema,
	withdrawPrioritySchema,
} from './priority.schema.ts';

export const choosePriority = command({
	name: 'priority.choose',
	summary: 'Records that people put a finding first, why, who chose, and who agrees.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/speerpunten' },
	input: choosePrioritySchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, input) {
		const municipality_id = municipalityOf(actor);
		const findings = await findingsOf(tx, municipality_id, input.trajectoryId);
		if (!findings.some(({ id }) => id === input.findingId))
			throw invalidField('findingId', 'unknown');
		if (await isChosen(tx, municipality_id, input.findingId))
			throw invalidField('findingId', 'taken');
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
		const priority = { id: requestId, trajectoryId: input.trajectoryId };
		await writeAgreements(tx, actor, priority, { sent: input.agreements, at: clock.now() });
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const withdrawPriority = command({
	name: 'priority.withdraw',
	summary:
		'Takes a priority back, with the reason. It can be put back, or the finding chosen anew.',
	http: { method: 'POST', path: '/speerpunten/{priorityId}/intrekking' },
	input: withdrawPrioritySchema,
	subject: accessOfPriority,
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

export const restorePriority = command({
	name: 'priority.restore',
	summary: 'Puts a withdrawn priority back, unless its finding was chosen anew meanwhile.',
	http: { method: 'POST', path: '/speerpunten/{priorityId}/herstel' },
	input: restorePrioritySchema,
	subject: accessOfPriority,
	allow: mayLead,
	async run({ tx, actor }, { priorityId: id, version }) {
		const municipalityId = municipalityOf(actor);
		const { findingId } = await tx
			.selectFrom('priority')
			.select('finding_id as findingId')
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		if (await isChosen(tx, municipalityId, findingId, id))
			throw invalidField('priorityId', 'chosen_anew');
		return restoreRow(tx, 'priority', { municipalityId, id, version });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

function accessOfPriority(reader: Reader, { priorityId }: { priorityId: string }, actor: Actor) {
	return loadAccessOfRow(reader, 'priority', priorityId, actor);
}

/** Whether a finding stands as a priority, by another choice than `except`. */
async function isChosen(
	tx: Tx,
	municipalityId: string,
	findingId: string,
	except?: string,
): Promise<boolean> {
	const standing = await tx
		.selectFrom('priority')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('finding_id', '=', findingId)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return standing !== undefined && standing.id !== except;
}
