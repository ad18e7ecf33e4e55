import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayRecordDecision } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { dayOf, type Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { accessOfAgendaItem } from './agenda-item.write.server.ts';
import {
	changeDecisionSchema,
	recordDecisionSchema,
	restoreDecisionSchema,
	withdrawDecisionSchema,
	type Body,
	type Outcome,
} from './decision.schema.ts';

export const recordDecision = command({
	name: 'decision.record',
	summary: 'Records what college or council decided about an agenda item.',
	http: { method: 'POST', path: '/agendapunten/{agendaItemId}/besluiten' },
	input: recordDecisionSchema,
	subject: accessOfAgendaItem,
	allow: mayRecordDecision,
	async run({ tx, actor, clock, subject, requestId }, input) {
		await tx
			.insertInto('decision')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				agenda_item_id: input.agendaItemId,
				...columnsOf(input, clock),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const changeDecision = command({
	name: 'decision.change',
	summary: 'Corrects what was recorded of a decision.',
	http: { method: 'PATCH', path: '/besluiten/{decisionId}' },
	input: changeDecisionSchema,
	subject: accessOfDecision,
	allow: mayRecordDecision,
	run({ tx, actor, clock }, input) {
		const { decisionId: id, version } = input;
		const row = { municipalityId: municipalityOf(actor), id, version };
		return changeRow(tx, 'decision', row, columnsOf(input, clock), {
			current: () => currentDecision(tx, row.municipalityId, id),
		});
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawDecision = command({
	name: 'decision.withdraw',
	summary: 'Takes back what was recorded of a decision, with the reason. It can be put back.',
	http: { method: 'POST', path: '/besluiten/{decisionId}/intrekking' },
	input: withdrawDecisionSchema,
	subject: accessOfDecision,
	allow: mayRecordDecision,
	run: ({ tx, actor, clock }, { decisionId: id, version, reason }) =>
		withdrawRow(
			tx,
			'decision',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreDecision = command({
	name: 'decision.restore',
	summary: 'Puts a withdrawn decision back with its agenda item.',
	http: { method: 'POST', path: '/besluiten/{decisionId}/herstel' },
	input: restoreDecisionSchema,
	subject: accessOfDecision,
	allow: mayRecordDecision,
	run: ({ tx, actor }, { decisionId: id, version }) =>
		restoreRow(tx, 'decision', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

function accessOfDecision(reader: Reader, { decisionId }: { decisionId: string }, actor: Actor) {
	return loadAccessOfRow(reader, 'decision', decisionId, actor);
}

interface Recorded {
	body: Body;
	decidedOn: RoughDay;
	outcome: Outcome;
	amendedText: string;
	reference: string;
}

function columnsOf({ body, decidedOn, outcome, amendedText, reference }: Recorded, clock: Clock) {
	if (decidedOn.on > dayOf(clock.now())) throw invalidField('decidedOn', 'future_date');
	return {
		body,
		decided_on: decidedOn.on,
		decided_precision: decidedOn.precision,
		outcome,
		amended_text: outcome === 'amended' ? amendedText : '',
		reference,
	};
}

async function currentDecision(tx: Tx, municipality_id: string, id: string) {
	const row = await tx
		.selectFrom('decision')
		.select(['version', 'body', 'decided_on', 'decided_precision', 'outcome', 'reference'])
		.select('amended_text as amendedText')
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const { decided_on, decided_precision, ...current } = row;
	return { ...current, decidedOn: isoOf(decided_on, decided_precision) };
}
