import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { citePassages } from './cited-passages.server.ts';
import { accessOfFinding, findingsTouched, refuseWithdrawn } from './finding-row.server.ts';
import { insertFinding } from './finding.write.server.ts';
import { addFindingFromPassageSchema, citePassageSchema } from './passage-finding.schema.ts';

export const addFindingFromPassage = command({
	name: 'finding.addFromPassage',
	summary:
		'Adds a finding that rests on marked passages: their sources are cited, with the words that it is about.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/passagebevindingen' },
	input: addFindingFromPassageSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, input) {
		const { trajectoryId: _, passageIds, ...finding } = input;
		const context = { tx, actor, clock, subject };
		await insertFinding(context, { id: requestId, ...finding, evidenceIds: [] });
		await citePassages(context, requestId, passageIds, 'passageIds');
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const citePassage = command({
	name: 'finding.citePassage',
	summary: 'Puts a marked passage behind a finding, and its source with it.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/passages' },
	input: citePassageSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, { findingId, passageId }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		await citePassages({ tx, actor, clock, subject }, findingId, [passageId], 'passageId');
		return { id: findingId, passageId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

export const removePassage = command({
	name: 'finding.removePassage',
	summary: 'Takes a passage away from behind a finding; its source stays cited.',
	http: { method: 'DELETE', path: '/bevindingen/{findingId}/passages/{passageId}' },
	input: citePassageSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor }, { findingId, passageId }) {
		await tx
			.deleteFrom('cited_passage')
			.where('municipality_id', '=', actor.municipalityId)
			.where('finding_id', '=', findingId)
			.where('passage_id', '=', passageId)
			.execute();
		return { id: findingId, passageId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});
