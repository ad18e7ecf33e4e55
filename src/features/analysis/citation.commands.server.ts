import * as v from 'valibot';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { id, optionalText } from '#kernel/fields.ts';
import { cite } from './cite.server.ts';
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
		await cite({ tx, actor, clock, subject }, findingId, [{ evidenceId, note }], 'evidenceId');
		return { id: findingId, evidenceId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: ({ findingId }) => [{ thing: 'finding', id: findingId }],
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
	touches: ({ findingId }) => [{ thing: 'finding', id: findingId }],
});
