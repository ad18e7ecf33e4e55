import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayRecordDecision } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalid, type FieldProblem } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';
import { accessOfAgendaItem } from './agenda-item.write.server.ts';
import {
	changeDecisionSchema,
	recordDecisionSchema,
	recordSessionSchema,
	restoreDecisionSchema,
	withdrawDecisionSchema,
	type Outcome,
} from './decision.schema.ts';
import { columnsOf, currentDecision, proposedText } from './decision.write.server.ts';

export const recordDecision = command({
	name: 'decision.record',
	summary: 'Records what college or council decided about an agenda item.',
	http: { method: 'POST', path: '/agendapunten/{agendaItemId}/besluiten' },
	input: recordDecisionSchema,
	subject: accessOfAgendaItem,
	allow: mayRecordDecision,
	async run({ tx, actor, clock, subject, requestId }, input) {
		const municipality_id = municipalityOf(actor);
		await tx
			.insertInto('decision')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: subject.trajectoryId,
				agenda_item_id: input.agendaItemId,
				...(await proposedText(tx, municipality_id, subject.trajectoryId, input.agendaItemId)),
				...columnsOf(input, clock),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const recordSession = command({
	name: 'decision.recordSession',
	summary: 'Records at once what one body decided in one session about any number of agenda items.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/besluitsessies' },
	input: recordSessionSchema,
	subject: accessOfInput,
	allow: mayRecordDecision,
	async run({ tx, actor, clock, requestId }, { trajectoryId, decisions, ...session }) {
		const municipality_id = municipalityOf(actor);
		const taken = await decidedOnly(tx, municipality_id, trajectoryId, decisions);
		const ids: string[] = [];
		for (const { agendaItemId, outcome, amendedText, reason } of taken) {
			const id = newId();
			ids.push(id);
			await tx
				.insertInto('decision')
				.values({
					municipality_id,
					id,
					trajectory_id: trajectoryId,
					agenda_item_id: agendaItemId,
					session_id: requestId,
					...(await proposedText(tx, municipality_id, trajectoryId, agendaItemId)),
					...columnsOf({ ...session, outcome, amendedText, reason }, clock),
					created_by: writerOf(actor),
					created_at: clock.now(),
				})
				.execute();
		}
		return { id: requestId, decisionIds: ids };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

interface Line {
	agendaItemId: string;
	outcome: Outcome | null;
	amendedText: string;
	reason: string;
}

/** The lines that say an outcome; names every field of them that is wrong. */
async function decidedOnly(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	lines: readonly Line[],
): Promise<(Line & { outcome: Outcome })[]> {
	const items = await agendaItemsOf(reader, municipalityId, trajectoryId);
	const known = new Set(items.map(({ id }) => id));
	const problems: FieldProblem[] = [];
	const taken: (Line & { outcome: Outcome })[] = [];
	for (const [at, { outcome, ...line }] of lines.entries()) {
		const path = `decisions.${at}`;
		if (outcome === null) continue;
		if (!known.has(line.agendaItemId))
			problems.push({ path: `${path}.agendaItemId`, code: 'unknown' });
		if (taken.some(({ agendaItemId }) => agendaItemId === line.agendaItemId))
			problems.push({ path: `${path}.agendaItemId`, code: 'taken' });
		if (outcome === 'amended' && line.amendedText === '')
			problems.push({ path: `${path}.amendedText`, code: 'required' });
		taken.push({ ...line, outcome });
	}
	if (taken.length === 0) problems.push({ path: 'decisions.0.outcome', code: 'no_decision' });
	if (problems.length > 0) throw invalid(problems);
	return taken;
}

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
