import { expect, test } from 'vitest';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { readOverview } from './overview.queries.server.ts';

const world = await testWorld();
const { home, elsewhere } = world;
const chain = chainIn(world);
const trajectoryId = home.trajectoryId;
const ask = (actor: Parameters<typeof world.kernel.ask>[0]) =>
	world.kernel.ask(actor, readOverview, { trajectoryId });

test('in a new trajectory the first suggestion is to go out', async () => {
	const { inside } = await ask(home.members.process_manager);
	expect(inside?.steps[0]).toEqual({ what: 'go_out' });
	expect(inside?.counts).toMatchObject({ risk: 0, agendaItems: 0, sources: {} });
});

test('once there is something, it counts what is there and suggests what is missing', async () => {
	const talk = await chain.evidence({ kind: 'conversation' });
	const finding = await chain.finding({ themes: ['sport'], on: [talk] });
	await chain.finding({ themes: ['sport'] });
	const item = await chain.agendaItem({ answers: [finding] });
	const { inside } = await ask(home.members.professional);
	expect(inside?.counts).toMatchObject({
		risk: 2,
		withoutSource: 1,
		agendaItems: 1,
		sources: { conversation: 1 },
	});
	const steps = inside?.steps ?? [];
	expect(steps.map(({ what }) => what)).toEqual([
		'party_missing',
		'empty_themes',
		'without_source',
		'not_weighed',
		'without_decision',
		'without_approach',
	]);
	await chain.decision(item);
	const after = await ask(home.members.professional);
	expect(after.inside?.steps.map(({ what }) => what)).not.toContain('without_decision');
});

test('the public gets the frame when that is public, and never what is inside', async () => {
	await chain.publish('frame');
	expect(await ask(home.visitor)).toMatchObject({ inside: null, frame: { id: trajectoryId } });
	await chain.publish('plan');
	expect(await ask(home.visitor)).toMatchObject({ inside: null, frame: null });
	await chain.publish();
	await expect(ask(home.visitor)).rejects.toMatchObject({ code: 'not_found' });
	await expect(ask(elsewhere.members.reader)).rejects.toMatchObject({ code: 'not_found' });
});
