import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addCounterweight, removeCounterweight } from './counterweight.commands.server.ts';
import { counterweightsOf, oppositesOf } from './counterweight.queries.server.ts';
import { addFinding, withdrawFinding } from './finding.commands.server.ts';
import { analysisForm } from './form.queries.server.ts';
import { reading } from '#server/database/transaction.ts';
import { scopeOf } from '#kernel/kernel.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const professional = () => world.home.members.professional;

async function finding(kind: string, text: string, trajectoryId = world.home.trajectoryId) {
	const input = { trajectoryId, kind, text, themes: ['ontmoeting'] };
	return (await world.kernel.run(professional(), addFinding, input)).id;
}

const link = (findingId: string, oppositeId: string, note = '') =>
	world.kernel.run(professional(), addCounterweight, { findingId, oppositeId, note });

const read = <Result>(run: (reader: Parameters<typeof counterweightsOf>[0]) => Promise<Result>) =>
	reading(world.kernel.pool, scopeOf(professional()), run);

const pairs = () =>
	read((reader) => counterweightsOf(reader, world.home.id, world.home.trajectoryId));

async function problemOf(attempt: Promise<unknown>) {
	const caught = await attempt.then(
		() => null,
		(error: unknown) => error,
	);
	if (!(caught instanceof Failure)) throw new Error('There was no expected failure.');
	return caught.problems[0]?.code ?? caught.code;
}

describe('a protective factor opposite a risk', () => {
	it('is the same pair from whichever side it was linked', async () => {
		const [risk, other] = [await finding('risk', 'Weinig banken'), await finding('risk', 'Stil')];
		const strength = await finding('protective', 'Een levendig plein');
		await link(risk, strength, 'Daar zitten mensen.');
		await link(strength, other);
		expect(await pairs()).toEqual([
			{ riskId: risk, protectiveId: strength, note: 'Daar zitten mensen.' },
			{ riskId: other, protectiveId: strength, note: '' },
		]);
	});

	it('stands beside the risk in the form, and beside the protective factor', async () => {
		const [risk, strength] = [await finding('risk', 'A'), await finding('protective', 'B')];
		await link(risk, strength, 'Zo.');
		const { trajectoryId } = world.home;
		const form = await world.kernel.ask(professional(), analysisForm, { trajectoryId });
		const opposites = (id: string) => form.findings.find((one) => one.id === id)?.opposites;
		expect(opposites(risk)).toEqual([{ id: strength, note: 'Zo.' }]);
		expect(opposites(strength)).toEqual([{ id: risk, note: 'Zo.' }]);
	});

	it('is refused twice, on the same side, and from another trajectory', async () => {
		const [risk, strength] = [await finding('risk', 'A'), await finding('protective', 'B')];
		await link(risk, strength);
		expect(await problemOf(link(strength, risk))).toBe('taken');
		expect(await problemOf(link(risk, await finding('risk', 'C')))).toBe('same_side');
		expect(await problemOf(link(risk, world.home.trajectoryId))).toBe('unknown');
	});

	it('is out of sight while one of the two is withdrawn, and gone once it is removed', async () => {
		const [risk, strength] = [await finding('risk', 'A'), await finding('protective', 'B')];
		const { id } = await link(risk, strength);
		const before = await pairs();
		await world.kernel.run(professional(), withdrawFinding, {
			findingId: strength,
			version: 1,
			reason: 'Klopt niet.',
		});
		expect(await pairs()).toEqual(before.slice(0, -1));
		await world.kernel.run(professional(), removeCounterweight, { counterweightId: id });
		const opposite = await read((reader) => oppositesOf(reader, world.home.id, risk));
		expect(opposite).toEqual([]);
	});
});
