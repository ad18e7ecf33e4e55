import { describe, expect, it } from 'vitest';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { testWorld } from '#tests/support/world.ts';
import { addObservation } from './observation.commands.server.ts';
import { addPhoto } from './photo.commands.server.ts';
import { addPlace, changePlace, withdrawPlace } from './place.commands.server.ts';
import { listPlaces, readPlace } from './place.queries.server.ts';
import { addWalk } from './walk.commands.server.ts';
import { readWalk } from './walk.queries.server.ts';

const { kernel, home, elsewhere } = await testWorld();
const { professional } = home.members;
const { trajectoryId } = home;

const park = {
	trajectoryId,
	name: 'Het park',
	kind: 'park-or-square',
	longitude: 5.930149,
	latitude: 51.990251,
};
const newPlace = (name: string) => kernel.run(professional, addPlace, { ...park, name });
const read = (placeId: string) => kernel.ask(professional, readPlace, { placeId });

describe('a meaningful place', () => {
	it('lies no finer than some ten metres, however exact it was given', async () => {
		const { id } = await newPlace('Het park');
		expect(await read(id)).toMatchObject({ longitude: 5.9301, latitude: 51.9903 });
	});

	it('is refused with half a point', async () => {
		const half = { ...park, latitude: null };
		await expect(kernel.run(professional, addPlace, half)).rejects.toMatchObject({
			problems: [{ path: 'latitude', code: 'both_degrees' }],
		});
	});

	it('gives a picture by weekday and hour on clocks in the Netherlands', async () => {
		const { id } = await newPlace('Speeltuin');
		const seen = { trajectoryId, placeId: id, busy: 'busy', who: ['children'] };
		// A Wednesday; in summer 14:30 is 12:30 UTC.
		const when = { happenedOn: '2025-07-09', happenedTime: '14:30' };
		await kernel.run(professional, addObservation, { ...seen, ...when });
		await kernel.run(professional, addObservation, { ...seen, happenedOn: '2025-07' });
		expect((await read(id)).visits).toEqual({
			timed: [
				{ weekday: 3, part: 2, busy: 'busy', mood: null, order: null, who: ['children'], times: 1 },
			],
			undated: 1,
		});
	});

	it('comes in the list with how much was noted there, and goes off it with what was noted staying', async () => {
		const { id } = await newPlace('Buurthuis');
		const seen = { trajectoryId, placeId: id, place: 'bij de deur', busy: 'quiet' };
		const { id: evidenceId } = await kernel.run(professional, addObservation, seen);
		const listed = async () =>
			(await kernel.ask(professional, listPlaces, { trajectoryId })).items.find(
				(place) => place.id === id,
			);
		expect(await listed()).toMatchObject({ name: 'Buurthuis', sources: 1 });
		await kernel.run(professional, withdrawPlace, { placeId: id, version: 1, reason: 'Dicht.' });
		expect(await listed()).toBeUndefined();
		expect(await kernel.ask(professional, readEvidence, { evidenceId })).toMatchObject({
			place: 'Buurthuis, bij de deur',
			placeId: id,
		});
		// What a phone noted before it knew still comes in.
		await kernel.run(professional, addObservation, seen);
	});

	it('of another trajectory is no place here', async () => {
		const { id } = await kernel.run(elsewhere.members.professional, addPlace, {
			...park,
			trajectoryId: elsewhere.trajectoryId,
		});
		const seen = { trajectoryId, placeId: id, busy: 'quiet' };
		await expect(kernel.run(professional, addObservation, seen)).rejects.toMatchObject({
			problems: [{ path: 'placeId', code: 'unknown' }],
		});
		const change = { ...park, placeId: id, version: 1 };
		await expect(kernel.run(professional, changePlace, change)).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});

describe('a neighbourhood walk', () => {
	it('has a route, who walked along by number, and what was noted on it in order', async () => {
		const { id: placeId } = await newPlace('Winkels');
		const walk = {
			trajectoryId,
			route: 'winkels\nDe hoek',
			companions: { residents: 4, housing: '1' },
		};
		const { id: walkId } = await kernel.run(professional, addWalk, walk);
		await kernel.run(professional, addObservation, { trajectoryId, walkId, placeId, busy: 'busy' });
		await kernel.run(professional, addPhoto, {
			trajectoryId,
			walkId,
			place: 'De hoek',
			seen: 'Een bankje in de zon',
		});
		const found = await kernel.ask(professional, readWalk, { evidenceId: walkId });
		expect(found.route).toEqual([
			{ placeId, name: 'Winkels' },
			{ placeId: null, name: 'De hoek' },
		]);
		expect(found.seen.map(({ kind, place }) => [kind, place])).toEqual([
			['observation', 'Winkels'],
			['photo', 'De hoek'],
		]);
		const stored = await kernel.ask(professional, readEvidence, { evidenceId: walkId });
		expect(stored.details).toMatchObject({
			companions: [
				{ role: 'housing', count: 1 },
				{ role: 'residents', count: 4 },
			],
		});
	});

	it('that is none, is refused', async () => {
		const { id } = await newPlace('Markt');
		const seen = { trajectoryId, walkId: id, place: 'Markt', busy: 'quiet' };
		await expect(kernel.run(professional, addObservation, seen)).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});
