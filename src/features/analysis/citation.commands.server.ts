import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import {
	addCitationSchema,
	changeCitationSchema,
	removeCitationSchema,
} from './citation.schema.ts';
import { cite } from './cite.server.ts';
import { removePassagesOf } from './cited-passages.server.ts';
import { accessOfFinding, findingsTouched, refuseWithdrawn } from './finding-row.server.ts';

export const addCitation = command({
	name: 'citation.add',
	summary: 'Puts a piece of evidence behind a finding, with how strongly it supports it.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/bronnen' },
	input: addCitationSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, { findingId, evidenceId, note, strength }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		await cite(
			{ tx, actor, clock, subject },
			findingId,
			[{ evidenceId, note, strength }],
			'evidenceId',
		);
		return { id: findingId, evidenceId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

export const changeCitation = command({
	name: 'citation.change',
	summary:
		'Judges how strongly a source supports a finding, or that it contradicts it, and changes the note; null means not judged.',
	http: { method: 'PATCH', path: '/bevindingen/{findingId}/bronnen/{evidenceId}' },
	input: changeCitationSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, subject }, { findingId, evidenceId, version, note, strength }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		const citation = await citationOf(tx, actor, { findingId, evidenceId });
		if (!citation) throw notFound();
		const row = { municipalityId: municipalityOf(actor), id: citation.id, version };
		const changed = await changeRow(
			tx,
			'citation',
			row,
			{ note, strength },
			{
				current: () => citationOf(tx, actor, { findingId, evidenceId }),
			},
		);
		return { id: findingId, evidenceId, version: changed.version };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

export const removeCitation = command({
	name: 'citation.remove',
	summary: 'Takes a piece of evidence away from behind a finding; both stay.',
	http: { method: 'DELETE', path: '/bevindingen/{findingId}/bronnen/{evidenceId}' },
	input: removeCitationSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor }, { findingId, evidenceId }) {
		await removePassagesOf(tx, actor, findingId, evidenceId);
		await tx
			.deleteFrom('citation')
			.where('municipality_id', '=', actor.municipalityId)
			.where('finding_id', '=', findingId)
			.where('evidence_id', '=', evidenceId)
			.execute();
		return { id: findingId, evidenceId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

function citationOf(
	reader: Reader,
	{ municipalityId }: Actor,
	{ findingId, evidenceId }: { findingId: string; evidenceId: string },
) {
	return reader
		.selectFrom('citation')
		.select(['id', 'note', 'strength', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('finding_id', '=', findingId)
		.where('evidence_id', '=', evidenceId)
		.executeTakeFirst();
}
