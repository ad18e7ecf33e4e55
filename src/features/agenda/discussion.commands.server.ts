import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalid, type FieldProblem } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { criteriaOf } from './criteria.queries.server.ts';
import {
	changeDiscussionSchema,
	recordDiscussionSchema,
	restoreDiscussionSchema,
	withdrawDiscussionSchema,
} from './discussion.schema.ts';

export const recordDiscussion = command({
	name: 'discussion.record',
	summary: 'Ticks a difference in scores as talked about, with what came of it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/wegingen/besproken' },
	input: recordDiscussionSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, findingId, criterion, note }) {
		const municipality_id = municipalityOf(actor);
		const findings = await findingsOf(tx, municipality_id, trajectoryId);
		const criteria = await criteriaOf(tx, municipality_id, trajectoryId);
		const problems: FieldProblem[] = [];
		if (!findings.some(({ id }) => id === findingId))
			problems.push({ path: 'findingId', code: 'unknown' });
		if (!criteria.some(({ id }) => id === criterion))
			problems.push({ path: 'criterion', code: 'unknown' });
		if (problems.length > 0) throw invalid(problems);
		const inserted = await tx
			.insertInto('score_discussion')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				finding_id: findingId,
				criterion,
				note,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!inserted) throw new Failure('discussion.recorded_already', 409);
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeDiscussion = command({
	name: 'discussion.change',
	summary: 'Changes what came of talking about a difference.',
	http: { method: 'PATCH', path: '/besproken-verschillen/{discussionId}' },
	input: changeDiscussionSchema,
	subject: accessOfDiscussion,
	allow: mayLead,
	run({ tx, actor }, { discussionId: id, version, note }) {
		const municipalityId = municipalityOf(actor);
		return changeRow(
			tx,
			'score_discussion',
			{ municipalityId, id, version },
			{ note },
			{ current: () => currentOf(tx, municipalityId, id) },
		);
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawDiscussion = command({
	name: 'discussion.withdraw',
	summary: 'Takes the tick off again, with the reason. It can be put back.',
	http: { method: 'POST', path: '/besproken-verschillen/{discussionId}/intrekking' },
	input: withdrawDiscussionSchema,
	subject: accessOfDiscussion,
	allow: mayLead,
	run: ({ tx, actor, clock }, { discussionId: id, version, reason }) =>
		withdrawRow(
			tx,
			'score_discussion',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreDiscussion = command({
	name: 'discussion.restore',
	summary: 'Puts a withdrawn tick back, unless the difference was talked about anew meanwhile.',
	http: { method: 'POST', path: '/besproken-verschillen/{discussionId}/herstel' },
	input: restoreDiscussionSchema,
	subject: accessOfDiscussion,
	allow: mayLead,
	async run({ tx, actor }, { discussionId: id, version }) {
		const municipalityId = municipalityOf(actor);
		const anew = await tx
			.selectFrom('score_discussion as d')
			.innerJoin('score_discussion as other', (join) =>
				join
					.onRef('other.municipality_id', '=', 'd.municipality_id')
					.onRef('other.finding_id', '=', 'd.finding_id')
					.onRef('other.criterion', '=', 'd.criterion')
					.onRef('other.id', '<>', 'd.id')
					.on('other.withdrawn_at', 'is', null),
			)
			.select('other.id')
			.where('d.municipality_id', '=', municipalityId)
			.where('d.id', '=', id)
			.executeTakeFirst();
		if (anew) throw new Failure('discussion.recorded_already', 409);
		return restoreRow(tx, 'score_discussion', { municipalityId, id, version });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

function accessOfDiscussion(
	reader: Reader,
	{ discussionId }: { discussionId: string },
	actor: Actor,
) {
	return loadAccessOfRow(reader, 'score_discussion', discussionId, actor);
}

function currentOf(tx: Tx, municipalityId: string, id: string) {
	return tx
		.selectFrom('score_discussion')
		.select(['version', 'note'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
