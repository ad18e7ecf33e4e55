import * as v from 'valibot';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { id, optionalText } from '#kernel/fields.ts';
import { accessOfFinding, refuseWithdrawn } from './finding-row.server.ts';

export const addCitation = command({
	name: 'citation.add',
	summary: 'Puts a piece of evidence behind a finding.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/bronnen' },
	input: v.object({ findingId: id(), evidenceId: id(), note: optionalText(300) }),
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, { findingId, evidenceId, note }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		const evidence = await linesIn(tx, actor, subject, {})
			.where('evidence.id', '=', evidenceId)
			.executeTakeFirst();
		if (!evidence) throw invalidField('evidenceId', 'unknown');
		await tx
			.insertInto('citation')
			.values({
				municipality_id: actor.municipalityId as string,
				finding_id: findingId,
				evidence_id: evidenceId,
				note,
				created_by: actor.kind === 'member' ? actor.membershipId : null,
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return { id: findingId, evidenceId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const removeCitation = command({
	name: 'citation.remove',
	summary: 'Takes a piece of evidence away from behind a finding; both stay.',
	http: { method: 'DELETE', path: '/bevindingen/{findingId}/bronnen/{evidenceId}' },
	input: v.object({ findingId: id(), evidenceId: id() }),
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor }, { findingId, evidenceId }) {
		await tx
			.deleteFrom('citation')
			.where('municipality_id', '=', actor.municipalityId)
			.where('finding_id', '=', findingId)
			.where('evidence_id', '=', evidenceId)
			.execute();
		return { id: findingId, evidenceId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});
