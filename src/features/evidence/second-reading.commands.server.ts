import { accessOfInput, loadAccess } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import {
	endSecondReaderSchema,
	keepInsideSchema,
	nameSecondReaderSchema,
	releaseSchema,
} from './evidence.schema.ts';
import { replace } from './record.server.ts';
import { maySecondReadThis } from './second-reading.policy.ts';
import { waitingOfInput, type WaitingEvidence } from './second-reading.server.ts';
import { tellWriter } from './tell-writer.server.ts';

export const releaseEvidence = command({
	name: 'secondReading.release',
	summary: 'Releases a source about a vulnerable group to whom its author meant it for.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/vrijgave' },
	input: releaseSchema,
	subject: waitingOfInput,
	allow: maySecondReadThis,
	run: (context, { version, remark }) =>
		decide(context, version, {
			visibility: context.subject.evidence.wishedVisibility ?? 'organisation',
			second_decision: 'released',
			second_remark: remark,
		}),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const keepEvidenceInside = command({
	name: 'secondReading.keepInside',
	summary:
		'Asks whoever wrote a source about a vulnerable group to change it, and says why; it stays inside.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/binnenhouden' },
	input: keepInsideSchema,
	subject: waitingOfInput,
	allow: maySecondReadThis,
	run: (context, { version, remark }) =>
		decide(context, version, { second_decision: 'kept', second_remark: remark }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

interface Deciding {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: WaitingEvidence;
}

/** Writes down what a second reader decided, and lets whoever wrote it know. */
async function decide(
	{ tx, actor, clock, subject }: Deciding,
	version: number,
	decided: { visibility?: string; second_decision: 'released' | 'kept'; second_remark: string },
): Promise<Changed> {
	const changed = await replace(tx, actor, subject, version, {
		...decided,
		wished_visibility: null,
		second_reader: writerOf(actor),
		second_read_at: clock.now(),
	});
	await tellWriter(tx, {
		municipalityId: municipalityOf(actor),
		trajectoryId: subject.trajectoryId,
		evidenceId: subject.evidence.id,
		writer: subject.evidence.createdBy,
		isReleased: decided.second_decision === 'released',
		at: clock.now(),
	});
	return changed;
}

export const nameSecondReader = command({
	name: 'secondReader.add',
	summary: 'Names somebody who takes part as a second reader of a trajectory.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/tweede-lezers' },
	input: nameSecondReaderSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, membershipId }) {
		const municipality_id = municipalityOf(actor);
		const member = await tx
			.selectFrom('membership')
			.select('id')
			.where('municipality_id', '=', municipality_id)
			.where('id', '=', membershipId)
			.where('ended_at', 'is', null)
			.executeTakeFirst();
		if (!member) throw invalidField('membershipId', 'unknown');
		await tx
			.insertInto('second_reader')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				membership_id: membershipId,
				named_by: memberOf(actor).membershipId,
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const endSecondReader = command({
	name: 'secondReader.end',
	summary: 'Ends that somebody is second reader of a trajectory.',
	http: { method: 'POST', path: '/tweede-lezers/{secondReaderId}/einde' },
	input: endSecondReaderSchema,
	subject: async (reader, { secondReaderId }, actor) => {
		const row = await readerRow(reader, municipalityOf(actor), secondReaderId);
		if (!row) throw notFound();
		return loadAccess(reader, row.trajectory_id, actor);
	},
	allow: mayLead,
	run: ({ tx, actor, clock }, { secondReaderId: id, version }) =>
		changeRow(
			tx,
			'second_reader',
			{ municipalityId: municipalityOf(actor), id, version },
			{ ended_at: clock.now() },
			{ current: () => readerRow(tx, municipalityOf(actor), id) },
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

function readerRow(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('second_reader')
		.select(['id', 'trajectory_id', 'version', 'ended_at'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
