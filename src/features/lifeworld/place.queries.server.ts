import { photosOf } from '#features/evidence/attachments.server.ts';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import { accessOfPlace } from './place.commands.server.ts';
import { placeIdSchema } from './place.schema.ts';
import { visitsOf } from './place-visits.server.ts';
import { outlineOf, placesIn } from './places.server.ts';

export const listPlaces = query({
	name: 'place.list',
	summary: 'Gives the meaningful places of a trajectory, the most visited first.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/plekken' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }) {
		return { items: await placesIn(reader, actor, subject) };
	},
});

/** The page on which the list is kept: also what was taken off it, and the outline of the neighbourhood. */
export const placeList = query({
	name: 'place.listPage',
	summary: 'The places of a trajectory with those taken off the list, and the outline of its area.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }) {
		const mayChange = mayContribute(actor, subject) === true;
		return {
			places: await placesIn(reader, actor, subject, { withdrawn: mayChange }),
			outline: await outlineOf(reader, actor, subject.trajectoryId),
			mayChange,
		};
	},
});

export const readPlace = query({
	name: 'place.read',
	summary:
		'Gives a meaningful place: how busy it was and with what mood, by weekday and time of day.',
	http: { method: 'GET', path: '/plekken/{placeId}' },
	input: placeIdSchema,
	subject: accessOfPlace,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { placeId }) {
		const [place] = await placesIn(reader, actor, subject, { id: placeId, withdrawn: true });
		const mayChange = mayContribute(actor, subject) === true;
		const latest = await linesIn(reader, actor, subject, {})
			.where('evidence.place_id', '=', placeId)
			.orderBy('evidence.happened_at', (by) => by.desc().nullsLast())
			.orderBy('evidence.id', 'desc')
			.limit(10)
			.execute();
		const photos = await photosOf(
			reader,
			actor,
			latest.map(({ id }) => id),
		);
		if (!place || (place.withdrawnAt && !mayChange)) throw notFound();
		return {
			...place,
			trajectoryId: subject.trajectoryId,
			visits: await visitsOf(reader, actor, subject, placeId),
			latest: latest.map((line) => ({ ...line, photo: photos.get(line.id) ?? null })),
			mayChange,
		};
	},
});
