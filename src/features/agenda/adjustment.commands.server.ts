import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';
import { choicesOfRound, roundsOf } from './adjustment.server.ts';
import {
	addNewChoiceSchema,
	carryOutSchema,
	restoreChoiceSchema,
	restoreRoundSchema,
	setChoiceSchema,
	startRoundSchema,
	withdrawChoiceSchema,
	withdrawRoundSchema,
} from './adjustment.schema.ts';
import {
	accessOfChoice,
	accessOfRound,
	carryOut,
	refuseClosed,
} from './adjustment.write.server.ts';

export const startRound = command({
	name: 'adjustmentRound.start',
	summary: 'Starts the yearly adjustment of an agenda, for a year after the last one.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bijstellingen' },
	input: startRoundSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, year, note }) {
		const municipality_id = municipalityOf(actor);
		await checkYear(tx, municipality_id, trajectoryId, year);
		await tx
			.insertInto('adjustment_round')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				year,
				note,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

/** A year is adjusted once, and after the one before it. */
async function checkYear(
	tx: Tx,
	municipalityId: string,
	trajectoryId: string,
	year: number,
): Promise<void> {
	const rounds = await roundsOf(tx, municipalityId, trajectoryId);
	if (rounds.some((round) => round.year === year)) throw invalidField('year', 'taken');
	const last = Math.max(
		...rounds.filter(({ carriedOutAt }) => carriedOutAt !== null).map((round) => round.year),
	);
	if (year < last) throw invalidField('year', 'too_low', { limit: last + 1 });
}

export const setChoice = command({
	name: 'adjustmentChoice.set',
	summary: 'Says what becomes of an agenda item in a yearly adjustment, with the reason.',
	http: { method: 'PUT', path: '/bijstellingen/{adjustmentRoundId}/keuzes/{agendaItemId}' },
	input: setChoiceSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, clock, subject, requestId }, input) {
		refuseClosed(subject);
		const municipalityId = municipalityOf(actor);
		const items = await agendaItemsOf(tx, municipalityId, subject.trajectoryId);
		const item = items.find(({ id }) => id === input.agendaItemId);
		if (!item || item.endedYear !== null) throw invalidField('agendaItemId', 'unknown');
		const choices = await choicesOfRound(tx, municipalityId, subject.round.id);
		const standing = choices.find(({ agendaItemId }) => agendaItemId === input.agendaItemId);
		if ((standing?.version ?? 0) !== input.version) throw changedMeanwhile(standing);
		const isChanged = input.choice === 'changed';
		const values = {
			choice: input.choice,
			reason: input.reason,
			title: isChanged ? input.title : '',
			text: isChanged ? input.text : '',
			from_version: input.itemVersion,
			changed_by: writerOf(actor),
			changed_at: clock.now(),
		};
		if (standing)
			return changeRow(
				tx,
				'adjustment_choice',
				{ municipalityId, id: standing.id, version: input.version },
				values,
				{ current: async () => standing },
			);
		await tx
			.insertInto('adjustment_choice')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				trajectory_id: subject.trajectoryId,
				adjustment_round_id: subject.round.id,
				agenda_item_id: input.agendaItemId,
				...values,
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const addNewChoice = command({
	name: 'adjustmentChoice.add',
	summary:
		'Adds a new item to a yearly adjustment; it comes on the agenda when that is carried out.',
	http: { method: 'POST', path: '/bijstellingen/{adjustmentRoundId}/nieuwe-agendapunten' },
	input: addNewChoiceSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, clock, subject, requestId }, { title, text, reason }) {
		refuseClosed(subject);
		await tx
			.insertInto('adjustment_choice')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				adjustment_round_id: subject.round.id,
				choice: 'new',
				title,
				text,
				reason,
				changed_by: writerOf(actor),
				changed_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawChoice = command({
	name: 'adjustmentChoice.withdraw',
	summary: 'Takes a choice or a new item out of a yearly adjustment, with the reason.',
	http: { method: 'POST', path: '/bijstellingskeuzes/{adjustmentChoiceId}/intrekking' },
	input: withdrawChoiceSchema,
	subject: accessOfChoice,
	allow: mayLead,
	run({ tx, actor, clock, subject }, { adjustmentChoiceId: id, version, reason }) {
		refuseClosed(subject);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return withdrawRow(tx, 'adjustment_choice', row, reason, clock.now());
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreChoice = command({
	name: 'adjustmentChoice.restore',
	summary: 'Puts a withdrawn choice or new item back into a yearly adjustment.',
	http: { method: 'POST', path: '/bijstellingskeuzes/{adjustmentChoiceId}/herstel' },
	input: restoreChoiceSchema,
	subject: accessOfChoice,
	allow: mayLead,
	async run({ tx, actor, subject }, { adjustmentChoiceId: id, version }) {
		refuseClosed(subject);
		const municipalityId = municipalityOf(actor);
		const all = await choicesOfRound(tx, municipalityId, subject.round.id, { withWithdrawn: true });
		const item = all.find((choice) => choice.id === id)?.agendaItemId ?? null;
		const isTaken = all.some(
			(one) => !one.isWithdrawn && one.agendaItemId === item && item !== null,
		);
		if (isTaken) throw invalidField('adjustmentChoiceId', 'taken');
		return restoreRow(tx, 'adjustment_choice', { municipalityId, id, version });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const carryOutRound = command({
	name: 'adjustmentRound.carryOut',
	summary:
		'Makes the agenda what a yearly adjustment says: changed, ended and new items, each with its reason.',
	http: { method: 'POST', path: '/bijstellingen/{adjustmentRoundId}/doorvoering' },
	input: carryOutSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { adjustmentRoundId: id, version }) {
		refuseClosed(subject);
		const municipalityId = municipalityOf(actor);
		const changed = await changeRow(
			tx,
			'adjustment_round',
			{ municipalityId, id, version },
			{ carried_out_at: clock.now() },
			{ current: async () => subject.round },
		);
		const items = await carryOut({ tx, actor, clock, subject });
		return { ...changed, items };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawRound = command({
	name: 'adjustmentRound.withdraw',
	summary: 'Takes a yearly adjustment back that was not carried out, with the reason.',
	http: { method: 'POST', path: '/bijstellingen/{adjustmentRoundId}/intrekking' },
	input: withdrawRoundSchema,
	subject: accessOfRound,
	allow: mayLead,
	run({ tx, actor, clock, subject }, { adjustmentRoundId: id, version, reason }) {
		refuseClosed(subject);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return withdrawRow(tx, 'adjustment_round', row, reason, clock.now());
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreRound = command({
	name: 'adjustmentRound.restore',
	summary: 'Puts a withdrawn yearly adjustment back, unless its year was begun anew.',
	http: { method: 'POST', path: '/bijstellingen/{adjustmentRoundId}/herstel' },
	input: restoreRoundSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, subject }, { adjustmentRoundId: id, version }) {
		const municipalityId = municipalityOf(actor);
		const rounds = await roundsOf(tx, municipalityId, subject.trajectoryId);
		if (rounds.some(({ year }) => year === subject.round.year))
			throw invalidField('adjustmentRoundId', 'taken');
		return restoreRow(tx, 'adjustment_round', { municipalityId, id, version });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
