import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	addPlaceSchema,
	changePlaceSchema,
	restorePlaceSchema,
	withdrawPlaceSchema,
} from './place.schema.ts';
import { onePoint } from './spot.ts';

export const accessOfPlace = (reader: Reader, input: { placeId: string }, actor: Actor) =>
	loadAccessOfRow(reader, 'place', input.placeId, actor);

export const addPlace = command({
	name: 'place.add',
	summary: 'Adds a meaningful place to the list of the neighbourhood.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/plekken' },
	input: addPlaceSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, requestId }, { trajectoryId, ...filled }) {
		checkPoint(filled);
		await tx
			.insertInto('place')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: trajectoryId,
				...filled,
				created_by: memberOf(actor).membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changePlace = command({
	name: 'place.change',
	summary: 'Changes a meaningful place; its former version is kept.',
	http: { method: 'PATCH', path: '/plekken/{placeId}' },
	input: changePlaceSchema,
	subject: accessOfPlace,
	allow: mayContribute,
	run({ tx, actor }, { placeId: id, version, ...filled }) {
		checkPoint(filled);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return changeRow(tx, 'place', row, filled, {
			current: () =>
				tx
					.selectFrom('place')
					.select(['version', 'name', 'kind', 'meaning', 'longitude', 'latitude'])
					.where('municipality_id', '=', row.municipalityId)
					.where('id', '=', id)
					.executeTakeFirst(),
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawPlace = command({
	name: 'place.withdraw',
	summary: 'Takes a place off the list, with a reason; what was seen there stays.',
	http: { method: 'POST', path: '/plekken/{placeId}/intrekking' },
	input: withdrawPlaceSchema,
	subject: accessOfPlace,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { placeId: id, version, reason }) =>
		withdrawRow(
			tx,
			'place',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const restorePlace = command({
	name: 'place.restore',
	summary: 'Puts a place back on the list.',
	http: { method: 'POST', path: '/plekken/{placeId}/herstel' },
	input: restorePlaceSchema,
	subject: accessOfPlace,
	allow: mayContribute,
	run: ({ tx, actor }, { placeId: id, version }) =>
		restoreRow(tx, 'place', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

function checkPoint(filled: { longitude: number | null; latitude: number | null }): void {
	if (onePoint(filled) === 'half') throw invalidField('latitude', 'both_degrees');
}
