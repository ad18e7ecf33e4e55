import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { dayOf, type Clock } from '#kernel/clock.ts';
import type { RoughDay } from '#kernel/fields.ts';
import { lastDayOf } from '#kernel/rough-day.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	addMomentSchema,
	changeMomentSchema,
	restoreMomentSchema,
	withdrawMomentSchema,
} from './moment.schema.ts';
import {
	accessOfMoment,
	currentMoment,
	formerDate,
	linkItems,
	momentColumns,
} from './moment.write.server.ts';

export const addMoment = command({
	name: 'politicalMoment.add',
	summary:
		'Adds a moment at which the process comes back to a body that is politically responsible, also one of the past.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/politieke-momenten' },
	input: addMomentSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, agendaItemIds, ...content }) {
		const municipality_id = municipalityOf(actor);
		await tx
			.insertInto('political_moment')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				...momentColumns(content),
				state: isOver(content.heldOn, clock) ? 'done' : 'planned',
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		await linkItems(tx, municipality_id, { id: requestId, trajectoryId }, agendaItemIds);
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

/** What is entered of the past took place already. */
function isOver(heldOn: RoughDay | null, clock: Clock): boolean {
	return heldOn !== null && lastDayOf(heldOn) < dayOf(clock.now());
}

export const changeMoment = command({
	name: 'politicalMoment.change',
	summary:
		'Changes a moment, or says that it is done, was moved or was dropped, and what came of it.',
	http: { method: 'PATCH', path: '/politieke-momenten/{politicalMomentId}' },
	input: changeMomentSchema,
	subject: accessOfMoment,
	allow: mayLead,
	async run({ tx, actor, subject }, { politicalMomentId: id, version, ...input }) {
		const municipalityId = municipalityOf(actor);
		const { state, stateReason, outcome, agendaItemIds, ...content } = input;
		const values = {
			...momentColumns(content),
			...(await formerDate(tx, municipalityId, id, { state, heldOn: content.heldOn })),
			state,
			state_reason: state === 'moved' || state === 'dropped' ? stateReason : '',
			outcome,
		};
		const changed = await changeRow(
			tx,
			'political_moment',
			{ municipalityId, id, version },
			values,
			{ current: () => currentMoment(tx, municipalityId, id) },
		);
		await linkItems(tx, municipalityId, { id, trajectoryId: subject.trajectoryId }, agendaItemIds);
		return changed;
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawMoment = command({
	name: 'politicalMoment.withdraw',
	summary: 'Takes a moment out of the calendar, with the reason. It can be put back.',
	http: { method: 'POST', path: '/politieke-momenten/{politicalMomentId}/intrekking' },
	input: withdrawMomentSchema,
	subject: accessOfMoment,
	allow: mayLead,
	run: ({ tx, actor, clock }, { politicalMomentId: id, version, reason }) =>
		withdrawRow(
			tx,
			'political_moment',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreMoment = command({
	name: 'politicalMoment.restore',
	summary: 'Puts a withdrawn moment back into the calendar.',
	http: { method: 'POST', path: '/politieke-momenten/{politicalMomentId}/herstel' },
	input: restoreMomentSchema,
	subject: accessOfMoment,
	allow: mayLead,
	run: ({ tx, actor }, { politicalMomentId: id, version }) =>
		restoreRow(tx, 'political_moment', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
