import { describe, expect, it } from 'vitest';
import { addAgendaItem } from '#features/agenda/agenda-item.commands.server.ts';
import { readApproach } from '#features/execution/plan.queries.server.ts';
import { addPlace } from '#features/lifeworld/place.commands.server.ts';
import { publishParts } from '#features/trajectory/frame.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';
import { addMeeting } from './meeting.commands.server.ts';
import { readMeeting } from './meeting.queries.server.ts';
import { addSignal } from './signal.commands.server.ts';
import { listPatterns, readSignal, signalsOfApproach } from './signal.queries.server.ts';
import { decideSignal } from './step.commands.server.ts';

const world = await testWorld();
const { kernel, home } = world;
const { process_manager: manager, professional, resident_representative: representative } = home.members; // prettier-ignore
const { trajectoryId } = home;

const handIn = (by = professional, changes: object = {}) =>
	kernel.run(by, addSignal, {
		...{ trajectoryId, about: 'place', place: 'Het plein', text: 'Fietsen staan in de weg.' },
		...{ aboutOnePerson: 'no' },
		...changes,
	});
const meet = () => kernel.run(manager, addMeeting, { trajectoryId, heldOn: '2026-03-10' });
const read = async (signalId: string) =>
	(await kernel.ask(manager, readSignal, { signalId })).signal;
const participant = async () => {
	const { id: coreMeetingId } = await meet();
	const { participants } = await kernel.ask(manager, readMeeting, { coreMeetingId });
	return participants.find((one) => one.organisationId === professional.organisationId)?.id;
};
const decide = (coreMeetingId: string, signalId: string, changes: object) =>
	kernel.run(manager, decideSignal, { coreMeetingId, signalId, version: 1, text: '', ...changes });

describe('a signal', () => {
	it('that becomes a project can begin its approach in the plan, and both say so', async () => {
		const { id } = await handIn();
		const { id: coreMeetingId } = await meet();
		const { id: agendaItemId } = await kernel.run(manager, addAgendaItem, {
			...{ trajectoryId, title: 'Ruimte op het plein', text: '', withoutFindingReason: 'Proef.' },
		});
		const project = { kind: 'project', participantId: await participant() };
		const wrong = { ...project, approachTitle: 'Rekken op het plein' };
		await expect(decide(coreMeetingId, id, wrong)).rejects.toMatchObject({
			problems: [{ path: 'agendaItemId', code: 'choose' }],
		});
		await decide(coreMeetingId, id, { ...wrong, agendaItemId });
		const { steps } = await kernel.ask(professional, readSignal, { signalId: id });
		const approachId = steps.at(-1)?.approachId ?? '';
		const { approach } = await kernel.ask(professional, readApproach, { approachId });
		expect(approach).toMatchObject({
			...{ title: 'Rekken op het plein', kind: 'project', agendaItemIds: [agendaItemId] },
			// Of the signal nothing but the agreed title goes into a plan that may be public.
			...{ text: '', responsibleId: professional.organisationId },
		});
		const from = await kernel.ask(professional, signalsOfApproach, { approachId });
		expect(from.signals.map((line) => line.id)).toEqual([id]);
		await kernel.run(manager, publishParts, { trajectoryId, version: 1, parts: ['plan'] });
		const forPublic = await kernel.ask(home.visitor, signalsOfApproach, { approachId });
		expect(forPublic.signals).toEqual([]);
	});

	it('becomes an approach that is there or a new one, not both, and nothing new without being a project', async () => {
		const { id } = await handIn();
		const { id: coreMeetingId } = await meet();
		const both = { approachTitle: 'Nieuw', approachId: newId(), agendaItemId: newId() };
		const project = { kind: 'project', participantId: await participant(), ...both };
		await expect(decide(coreMeetingId, id, project)).rejects.toMatchObject({
			problems: [{ path: 'approachTitle', code: 'one_approach' }],
		});
		await decide(coreMeetingId, id, {
			...{ kind: 'enough', text: 'Opgelost.', approachTitle: 'Nieuw' },
		});
		const { steps } = await kernel.ask(professional, readSignal, { signalId: id });
		expect(steps.at(-1)).toMatchObject({ kind: 'enough', approachId: null });
	});

	it('of a place of the list is stored as that place', async () => {
		const { id: placeId } = await kernel.run(professional, addPlace, {
			...{ trajectoryId, name: 'Speeltuin', kind: 'playground' },
		});
		const { id } = await handIn(professional, { place: 'bij de glijbaan', placeId });
		expect(await read(id)).toMatchObject({ place: 'Speeltuin, bij de glijbaan' });
		const onMap = await handIn(professional, { place: 'Hoek', longitude: 5.94, latitude: 52 });
		const stored = await sqlAsOwner(
			world.database.owner,
			`SELECT place_id, longitude, latitude FROM evidence WHERE id IN ('${id}', '${onMap.id}') ORDER BY created_at`,
		);
		expect(stored).toEqual([
			{ place_id: placeId, longitude: null, latitude: null },
			{ place_id: null, longitude: 5.94, latitude: 52 },
		]);
		await expect(handIn(professional, { placeId: newId() })).rejects.toMatchObject({
			problems: [{ path: 'placeId', code: 'unknown' }],
		});
	});

	it('counts with others of its place, whether that was chosen or written', async () => {
		const name = 'Station';
		const { id: placeId } = await kernel.run(professional, addPlace, {
			...{ trajectoryId, name, kind: 'station-or-stop' },
		});
		await handIn(professional, { place: 'bij de trap', placeId });
		await handIn(representative, { place: '', placeId });
		const stations = async () => {
			const { patterns } = await kernel.ask(manager, listPatterns, { trajectoryId });
			return patterns.filter(({ key }) => key === name);
		};
		expect(await stations()).toEqual([]);
		await handIn(manager, { place: 'station' });
		expect(await stations()).toMatchObject([{ by: 'place', sides: 3 }]);
	});
});
