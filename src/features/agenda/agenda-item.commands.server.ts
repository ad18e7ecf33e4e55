import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	addAgendaItemSchema,
	changeAgendaItemSchema,
	orderAgendaItemSchema,
	restoreAgendaItemSchema,
	withdrawAgendaItemSchema,
} from './agenda-item.schema.ts';
import {
	accessOfAgendaItem,
	changeItem,
	linkFindings,
	nextPosition,
	reorder,
} from './agenda-item.write.server.ts';
import { linkSolutions } from './solution.write.server.ts';

export const addAgendaItem = command({
	name: 'agendaItem.add',
	summary: 'Adds an item to the agenda, with the findings it answers.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/agendapunten' },
	input: addAgendaItemSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, requestId }, input) {
		const municipality_id = municipalityOf(actor);
		const { trajectoryId, findingIds } = input;
		await tx
			.insertInto('agenda_item')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				title: input.title,
				text: input.text,
				without_finding_reason: findingIds.length > 0 ? '' : input.withoutFindingReason,
				position: await nextPosition(tx, municipality_id, trajectoryId),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		await linkFindings(tx, { municipality_id, trajectoryId, id: requestId }, findingIds);
		const item = { municipalityId: municipality_id, trajectoryId, agendaItemId: requestId };
		await linkSolutions(tx, item, input.solutionIds);
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeAgendaItem = command({
	name: 'agendaItem.change',
	summary: 'Changes what an agenda item says and which findings it answers.',
	http: { method: 'PATCH', path: '/agendapunten/{agendaItemId}' },
	input: changeAgendaItemSchema,
	subject: accessOfAgendaItem,
	allow: mayContribute,
	run: (context, input) => changeItem(context, context.subject.trajectoryId, input),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const orderAgendaItem = command({
	name: 'agendaItem.order',
	summary: 'Gives an agenda item its place in the agenda; the others move up.',
	http: { method: 'PUT', path: '/agendapunten/{agendaItemId}/plaats' },
	input: orderAgendaItemSchema,
	subject: accessOfAgendaItem,
	allow: mayLead,
	async run({ tx, actor, subject }, { agendaItemId: id, position }) {
		const municipality_id = municipalityOf(actor);
		const { trajectoryId } = subject;
		return { id, position: await reorder(tx, { municipality_id, trajectoryId, id }, position) };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawAgendaItem = command({
	name: 'agendaItem.withdraw',
	summary: 'Takes an item off the agenda, with the reason. It can be put back.',
	http: { method: 'POST', path: '/agendapunten/{agendaItemId}/intrekking' },
	input: withdrawAgendaItemSchema,
	subject: accessOfAgendaItem,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { agendaItemId: id, version, reason }) =>
		withdrawRow(
			tx,
			'agenda_item',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const resumeAgendaItem = command({
	name: 'agendaItem.resume',
	summary: 'Puts an item that ended by a yearly adjustment back on the agenda.',
	http: { method: 'POST', path: '/agendapunten/{agendaItemId}/hervatting' },
	input: restoreAgendaItemSchema,
	subject: accessOfAgendaItem,
	allow: mayLead,
	run: ({ tx, actor, clock }, { agendaItemId: id, version }) =>
		changeRow(
			tx,
			'agenda_item',
			{ municipalityId: municipalityOf(actor), id, version },
			{
				ended_year: null,
				ended_reason: '',
				changed_by: writerOf(actor),
				changed_at: clock.now(),
			},
			{ current: async () => undefined },
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreAgendaItem = command({
	name: 'agendaItem.restore',
	summary: 'Puts a withdrawn item back on the agenda.',
	http: { method: 'POST', path: '/agendapunten/{agendaItemId}/herstel' },
	input: restoreAgendaItemSchema,
	subject: accessOfAgendaItem,
	allow: mayContribute,
	run: ({ tx, actor }, { agendaItemId: id, version }) =>
		restoreRow(tx, 'agenda_item', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
