import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayRecordDecision } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { dayOf, type Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure, invalidField, notFound } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { withdrawRow } from '#server/database/withdraw.ts';
import { accessOfAgendaItem } from './agenda-item.write.server.ts';
import {
	changeDecisionSchema,
	recordDecisionSchema,
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
	async run({ tx, actor, clock }, input) {
		const { decisionId: id, version } = input;
		const municipality_id = municipalityOf(actor);
		const changed = await tx
			.updateTable('decision')
			.set({ ...columnsOf(input, clock), version: version + 1 })
			.where('municipality_id', '=', municipality_id)
			.where('id', '=', id)
			.where('version', '=', version)
			.where('withdrawn_at', 'is', null)
			.returning('version')
			.executeTakeFirst();
		if (!changed) throw await whyNot(tx, municipality_id, id);
		return { id, version: changed.version };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawDecision = command({
	name: 'decision.withdraw',
	summary: 'Takes back what was recorded of a decision, with the reason.',
	http: { method: 'POST', path: '/besluiten/{decisionId}/intrekking' },
	input: withdrawDecisionSchema,
	subject: accessOfDecision,
	allow: mayRecordDecision,
	async run({ tx, actor, clock }, { decisionId: id, version, reason }) {
		const which = { municipalityId: municipalityOf(actor), id, version };
		return { id, version: await withdrawRow(tx, 'decision', which, reason, clock.now()) };
	},
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

async function whyNot(tx: Tx, municipality_id: string, id: string): Promise<Failure> {
	const row = await tx
		.selectFrom('decision')
		.select(['version', 'body', 'decided_on', 'decided_precision', 'outcome', 'reference'])
		.select(['amended_text as amendedText', 'withdrawn_at'])
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return notFound();
	if (row.withdrawn_at) return new Failure('withdrawn', 409);
	const { decided_on, decided_precision, withdrawn_at: _, ...current } = row;
	return changedMeanwhile({ ...current, decidedOn: isoOf(decided_on, decided_precision) });
}
