import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import { accessOfApproach } from './approach.write.server.ts';
import {
	reportProgressSchema,
	restoreProgressSchema,
	withdrawProgressSchema,
} from './progress.schema.ts';

export const reportProgress = command({
	name: 'progress.report',
	summary: 'Reports how an approach stands on a date, and what was measured.',
	http: { method: 'POST', path: '/aanpakken/{approachId}/voortgang' },
	input: reportProgressSchema,
	subject: accessOfApproach,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, input) {
		if (input.reportedOn.on > dayOf(clock.now())) throw invalidField('reportedOn', 'future_date');
		await tx
			.insertInto('progress')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				approach_id: input.approachId,
				status: input.status,
				text: input.text,
				measured: input.measured,
				reported_on: input.reportedOn.on,
				reported_precision: input.reportedOn.precision,
				organisation_id: await reporter(tx, actor, input.approachId),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawProgress = command({
	name: 'progress.withdraw',
	summary: 'Takes a progress report back, with the reason. It can be put back.',
	http: { method: 'POST', path: '/voortgang/{progressId}/intrekking' },
	input: withdrawProgressSchema,
	subject: accessOfProgress,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { progressId: id, version, reason }) =>
		withdrawRow(
			tx,
			'progress',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreProgress = command({
	name: 'progress.restore',
	summary: 'Puts a withdrawn progress report back with its approach.',
	http: { method: 'POST', path: '/voortgang/{progressId}/herstel' },
	input: restoreProgressSchema,
	subject: accessOfProgress,
	allow: mayContribute,
	run: ({ tx, actor }, { progressId: id, version }) =>
		restoreRow(tx, 'progress', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

function accessOfProgress(reader: Reader, { progressId }: { progressId: string }, actor: Actor) {
	return loadAccessOfRow(reader, 'progress', progressId, actor);
}

/** The organisation that reports: the member's own; for the program itself the one that is responsible. */
async function reporter(tx: Tx, actor: Actor, approachId: string): Promise<string> {
	if (actor.kind === 'member') return actor.organisationId;
	const { responsible } = await tx
		.selectFrom('approach')
		.select('responsible_organisation_id as responsible')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', approachId)
		.executeTakeFirstOrThrow();
	if (!responsible) throw new Failure('role_not_allowed', 403);
	return responsible;
}
