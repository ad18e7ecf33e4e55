import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '#kernel/command.server.ts';
import { newId } from '#kernel/id.ts';
import type { InputSchema } from '#kernel/validate.ts';
import { asOwner } from '#server/database/owner.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { changeFrame, publishParts, setTrajectoryState } from './frame.commands.server.ts';
import { listPreconditions, readFrame } from './frame.queries.server.ts';
import {
	addParticipant,
	changeParticipant,
	endParticipant,
} from './participant.commands.server.ts';
import { addPhase, changePhase, removePhase, usePlanning } from './phase.commands.server.ts';
import { setPrecondition } from './precondition.commands.server.ts';
import { startTrajectory } from './trajectory.commands.server.ts';
import { findTrajectory, listTrajectories } from './trajectory.queries.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const leader = () => world.home.members.process_manager;
function run<S extends InputSchema, Subject, Output extends object>(
	command: Command<S, Subject, Output>,
	input: unknown,
): Promise<Output> {
	return world.kernel.run(leader(), command, input);
}

async function newTrajectory(areaName: string) {
	const { id } = await world.kernel.run(leader(), startTrajectory, {
		areaName,
		startYear: 2026,
		endYear: 2030,
	});
	return id;
}

const frameOf = (trajectoryId: string) => world.kernel.ask(leader(), readFrame, { trajectoryId });

describe('starting', () => {
	test('a new trajectory is found by its address and has every precondition at unknown', async () => {
		const id = await newTrajectory('Het Broek');
		const found = await world.kernel.ask(leader(), findTrajectory, {
			areaSlug: 'het-broek',
			startYear: 2026,
		});
		expect(found).toMatchObject({ id, areaName: 'Het Broek', endYear: 2030, may: { lead: true } });
		const preconditions = await world.kernel.ask(leader(), listPreconditions, { trajectoryId: id });
		expect(preconditions).toHaveLength(9);
		expect(new Set(preconditions.map(({ state }) => state))).toEqual(new Set(['unknown']));
	});

	test('every problem is told at once', async () => {
		await expect(
			world.kernel.run(leader(), startTrajectory, { areaCode: 'XX12', startYear: 'soon' }),
		).rejects.toMatchObject({
			code: 'input.invalid',
			problems: [
				{ path: 'areaName', code: 'required' },
				{ path: 'areaCode', code: 'not_a_code' },
				{ path: 'startYear', code: 'not_a_number' },
				{ path: 'endYear', code: 'required' },
			],
		});
	});

	test('a period that ends before it starts is refused beside the field', async () => {
		await expect(
			world.kernel.run(leader(), startTrajectory, {
				areaName: 'Presikhaaf',
				startYear: 2026,
				endYear: 2025,
			}),
		).rejects.toMatchObject({ problems: [{ path: 'endYear', code: 'end_before_start' }] });
	});

	test('the same area and year twice is refused, and nothing is left of the second', async () => {
		await newTrajectory('Malburgen');
		const before = await world.kernel.ask(leader(), listTrajectories, {});
		await expect(newTrajectory('Malburgen')).rejects.toMatchObject({
			problems: [{ path: 'startYear', code: 'taken' }],
		});
		expect(await world.kernel.ask(leader(), listTrajectories, {})).toEqual(before);
	});

	test('a professional may not start one', async () => {
		await expect(
			world.kernel.run(world.home.members.professional, startTrajectory, {
				areaName: 'X',
				startYear: 2026,
				endYear: 2030,
			}),
		).rejects.toMatchObject({ code: 'role_not_allowed', status: 403 });
	});
});

describe('changing the frame', () => {
	test('keeps the former version and refuses a second writer on it', async () => {
		const trajectoryId = await newTrajectory('Klarendal');
		const first = { trajectoryId, version: 1, endYear: 2029, goals: 'Meer ontmoeting.' };
		expect(await run(changeFrame, first)).toEqual({ id: trajectoryId, version: 2 });
		await expect(run(changeFrame, { ...first, goals: 'Iets anders.' })).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { goals: 'Meer ontmoeting.', version: 2 } },
		});
	});

	test('a pause needs a reason', async () => {
		const trajectoryId = await newTrajectory('Schuytgraaf');
		await expect(
			run(setTrajectoryState, { trajectoryId, version: 1, state: 'paused' }),
		).rejects.toMatchObject({
			problems: [{ path: 'reason', code: 'required' }],
		});
		await run(setTrajectoryState, {
			trajectoryId,
			version: 1,
			state: 'paused',
			reason: 'Wachten op budget.',
		});
		expect(await frameOf(trajectoryId)).toMatchObject({
			state: 'paused',
			stateReason: 'Wachten op budget.',
		});
	});

	test('another municipality finds nothing', async () => {
		const trajectoryId = await newTrajectory('Elden');
		const stranger = world.elsewhere.members.process_manager;
		await expect(world.kernel.ask(stranger, readFrame, { trajectoryId })).rejects.toMatchObject({
			code: 'not_found',
		});
		await expect(
			world.kernel.run(stranger, changeFrame, { trajectoryId, version: 1, endYear: 2029 }),
		).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('what is public', () => {
	test('nothing by default; afterwards exactly the parts that were chosen', async () => {
		const trajectoryId = await newTrajectory('Elderveld');
		const ask = () => world.kernel.ask(world.home.visitor, readFrame, { trajectoryId });
		await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
		await run(publishParts, { trajectoryId, version: 1, parts: ['agenda'] });
		await expect(ask()).rejects.toMatchObject({ code: 'sign_in_first', status: 401 });
		await run(publishParts, { trajectoryId, version: 2, parts: ['frame'] });
		expect(await ask()).toMatchObject({ areaName: 'Elderveld' });
		await expect(
			world.kernel.ask(world.home.visitor, listPreconditions, { trajectoryId }),
		).rejects.toMatchObject({
			code: 'sign_in_first',
		});
	});
});

describe('who takes part', () => {
	test('an organisation comes to the table, changes its part, and leaves', async () => {
		const trajectoryId = await newTrajectory('Vredenburg');
		const organisationId = world.home.organisations.welfare;
		const { id: participantId } = await run(addParticipant, {
			trajectoryId,
			organisationId,
			part: 'core_group',
		});
		const { participants, parties } = await frameOf(trajectoryId);
		expect(participants).toMatchObject([
			{ organisationId, part: 'core_group', mandate: 'unknown' },
		]);
		expect(parties.filter(({ count }) => count > 0).map(({ id }) => id)).toEqual(['welfare']);
		await run(changeParticipant, {
			trajectoryId,
			participantId,
			version: 1,
			part: 'sounding_board',
			mandate: 'yes',
		});
		await run(endParticipant, { trajectoryId, participantId, version: 2 });
		expect((await frameOf(trajectoryId)).participants).toEqual([]);
	});

	test('no organisation sits at the table twice', async () => {
		const input = {
			trajectoryId: world.home.trajectoryId,
			organisationId: world.home.organisations.welfare,
			part: 'other',
		};
		await expect(run(addParticipant, input)).rejects.toMatchObject({
			problems: [{ path: 'organisationId', code: 'taken' }],
		});
	});

	test('an organisation of another municipality is unknown', async () => {
		const input = {
			trajectoryId: world.home.trajectoryId,
			organisationId: world.elsewhere.organisations.welfare,
			part: 'other',
		};
		await expect(run(addParticipant, input)).rejects.toMatchObject({
			problems: [{ path: 'organisationId', code: 'unknown' }],
		});
	});

	test('whoever leads a trajectory may change it, whatever organisation employs them', async () => {
		const trajectoryId = await newTrajectory('Rijkerswoerd');
		const broker = world.home.members.professional;
		const change = { trajectoryId, version: 1, endYear: 2031 };
		await expect(world.kernel.run(broker, changeFrame, change)).rejects.toMatchObject({
			code: 'trajectory.not_leading',
		});
		await run(addParticipant, {
			trajectoryId,
			organisationId: broker.organisationId,
			membershipId: broker.membershipId,
			part: 'core_group',
			task: 'lead',
		});
		expect(await world.kernel.run(broker, changeFrame, change)).toMatchObject({ version: 2 });
	});
});

test('an organisation that leads does not make leaders of its decision makers and readers', async () => {
	const trajectoryId = await newTrajectory('Sint Marten');
	const organisationId = world.home.organisations.municipality;
	await run(addParticipant, { trajectoryId, organisationId, part: 'core_group', task: 'lead' });
	const change = { trajectoryId, version: 1, endYear: 2031 };
	for (const role of ['decision_maker', 'reader', 'administrator'] as const)
		await expect(
			world.kernel.run(world.home.members[role], changeFrame, change),
		).rejects.toMatchObject({ code: 'role_not_allowed' });
	expect(await world.kernel.run(world.home.members.analyst, changeFrame, change)).toMatchObject({
		version: 2,
	});
});

describe('the planning', () => {
	test('the suggestion fills it; a phase is changed, done and removed', async () => {
		const trajectoryId = await newTrajectory('Alteveer');
		await run(usePlanning, { trajectoryId, firstDay: '5-1-2026' });
		const [first, ...others] = (await frameOf(trajectoryId)).phases;
		expect(first).toMatchObject({ starts: '2026-01-05', doneOn: null });
		const phase = { trajectoryId, phaseId: first?.id, name: 'Kader af', step: 'trajectory' };
		await run(changePhase, {
			...phase,
			version: 1,
			starts: '2026',
			ends: 'maart 2026',
			doneOn: '1-3-2026',
		});
		expect((await frameOf(trajectoryId)).phases[0]).toMatchObject({
			starts: '2026',
			ends: '2026-03',
			doneOn: '2026-03-01',
		});
		await run(removePhase, { trajectoryId, phaseId: first?.id, version: 2 });
		expect((await frameOf(trajectoryId)).phases).toEqual(others);
		// Taken away, not lost: what it was is kept.
		const kept = await asOwner(world.database.owner, (tx) =>
			tx
				.selectFrom('kept_version')
				.select('version')
				.where('id', '=', first?.id ?? '')
				.orderBy('version')
				.execute(),
		);
		expect(kept).toEqual([{ version: 1 }, { version: 2 }]);
	});

	test('an end before the start is refused', async () => {
		const trajectoryId = await newTrajectory('Cranevelt');
		await expect(
			run(addPhase, {
				trajectoryId,
				name: 'Terug in de tijd',
				step: 'agenda',
				starts: '2026-05-01',
				ends: '2026-04',
			}),
		).rejects.toMatchObject({ problems: [{ path: 'ends', code: 'end_before_start' }] });
	});
});

test('a precondition of another trajectory cannot be set through this one', async () => {
	const trajectoryId = await newTrajectory('Velperweg');
	const [mine] = await world.kernel.ask(leader(), listPreconditions, { trajectoryId });
	const input = {
		preconditionId: mine?.id,
		version: 1,
		state: 'arranged',
		owner: 'Afdeling wijken',
	};
	await expect(
		run(setPrecondition, { ...input, trajectoryId: world.home.trajectoryId }),
	).rejects.toMatchObject({ code: 'not_found' });
	await expect(run(setPrecondition, { ...input, trajectoryId: newId() })).rejects.toMatchObject({
		code: 'not_found',
	});
	expect(await run(setPrecondition, { ...input, trajectoryId })).toMatchObject({ version: 2 });
});
