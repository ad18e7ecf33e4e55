import { expect, test } from 'vitest';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { readChains } from './chains.queries.server.ts';

const world = await testWorld();
const { home, kernel } = world;
const chain = chainIn(world);
const { trajectoryId } = home;

const talk = await chain.evidence({ kind: 'conversation', visibility: 'public' });
const paper = await chain.evidence({ kind: 'document' });
const gone = await chain.evidence({ kind: 'document', withdrawn: 'Klopte niet' });
const kept = await chain.evidence({ kind: 'document', visibility: 'organisation' });
const lonely = await chain.finding({ text: 'Veel mensen alleen', on: [talk, paper, gone, kept] });
const benches = await chain.finding({ text: 'Weinig bankjes', on: [paper] });
const square = await chain.agendaItem({ title: 'Het plein', answers: [lonely, benches] });
const table = await chain.approach({ title: 'Eettafel', carriesOut: [square] });
await chain.progress(table, { on: '2026-02-20', text: 'Loopt', measured: '26 gasten' });
await chain.agendaItem({ title: 'Leeg', reason: 'Wens van de raad' });

const of = async (actor: Parameters<typeof kernel.ask>[0]) => {
	const chains = await kernel.ask(actor, readChains, { trajectoryId });
	return chains.find(({ agendaItemId }) => agendaItemId === square);
};

test('a chain counts each source once, by kind, and those in which residents speak', async () => {
	expect(await of(home.members.process_manager)).toMatchObject({
		evidence: [
			{ kind: 'conversation', count: 1 },
			{ kind: 'document', count: 1 },
		],
		residents: 1,
		findings: { risk: 2, protective: 0, signal: 0 },
		approaches: [{ title: 'Eettafel', status: 'on_course', measured: '26 gasten' }],
	});
});

test('an organisation sees what it keeps to itself counted; nobody else does', async () => {
	const own = await of(home.members.professional);
	expect(own?.evidence.find(({ kind }) => kind === 'document')?.count).toBe(2);
});

test('an item that rests on nothing has an empty chain', async () => {
	const chains = await kernel.ask(home.members.reader, readChains, { trajectoryId });
	expect(chains.find(({ agendaItemId }) => agendaItemId !== square)).toMatchObject({
		evidence: [],
		residents: 0,
		weighing: null,
		approaches: [],
	});
});

test('the public sees of each step only what is public', async () => {
	await chain.publish('agenda');
	expect(await of(home.visitor)).toMatchObject({ evidence: [], approaches: [], solutions: [] });
	await chain.publish('agenda', 'analysis', 'plan');
	expect(await of(home.visitor)).toMatchObject({
		evidence: [{ kind: 'conversation', count: 1 }],
		weighing: null,
		approaches: [{ title: 'Eettafel' }],
	});
});
