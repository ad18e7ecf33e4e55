import { beforeAll, describe, expect, test } from 'vitest';
import {
	carryOutRound,
	setChoice,
	startRound,
} from '#features/agenda/adjustment.commands.server.ts';
import { readAgenda } from '#features/agenda/agenda.queries.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { readReport } from './report.queries.server.ts';

const world = await testWorld();
const { home, elsewhere } = world;
const chain = chainIn(world);

const report = (actor: Actor, taal: 'nl' | 'en' = 'nl') =>
	world.kernel.ask(actor, readReport, { trajectoryId: home.trajectoryId, taal });
const text = async (actor: Actor, taal?: 'nl' | 'en') => plainText(await report(actor, taal));

beforeAll(async () => {
	const open = await chain.evidence({ title: 'Verslag van de huurders', visibility: 'public' });
	const inside = await chain.evidence({ title: 'Gesprek bij de kapper' });
	const kept = await chain.evidence({ title: 'Dossier van welzijn', visibility: 'organisation' });
	const finding = await chain.finding({
		text: 'Ouderen komen weinig buiten',
		themes: ['sport'],
		on: [open, inside, kept],
	});
	await chain.finding({ text: 'Dit klopte niet', themes: ['sport'], withdrawn: 'Vergissing' });
	const item = await chain.agendaItem({ title: 'Meer ontmoeting', answers: [finding] });
	await chain.decision(item);
	const approach = await chain.approach({ title: 'Eettafel', carriesOut: [item] });
	await chain.progress(approach, { on: '2026-02-01', text: 'Begonnen', measured: '26 gasten' });
});

describe('the report', () => {
	test('tells the whole chain, with the sources by their number', async () => {
		const told = await text(home.members.professional);
		expect(told).toContain(
			'Welzijn Arnhem noemt als risicofactor: “Ouderen komen weinig buiten.” [1][2][3]',
		);
		expect(told).toContain('1. Meer ontmoeting');
		expect(told).toContain('Gemeenteraad, 8 februari 2026: aangenomen.');
		expect(told).toContain('Eettafel');
		expect(told).toContain('26 gasten');
		expect(told).not.toContain('Dit klopte niet');
	});

	test('lists a figure with its area, comparison, year and table', async () => {
		const figure = await chain.evidence({ kind: 'figure', title: 'Aantal inwoners' });
		await chain.finding({ text: 'Er wonen veel mensen', themes: ['sport'], on: [figure] });
		const told = await text(home.members.analyst);
		expect(told).toContain(
			'Aantal inwoners [3]\tGeitenkamp\t3.215 aantal\tArnhem: niet gepubliceerd\t2020\tCBS, 84799NED',
		);
		expect(told).toContain(
			'Geitenkamp (grenzen van 2020), 2020, CBS, Kerncijfers wijken en buurten 2020 (84799NED), CC BY 4.0, opgehaald op 1 februari 2026',
		);
	});

	test('says of an empty part what is missing', async () => {
		const model = await world.kernel.ask(elsewhere.members.process_manager, readReport, {
			trajectoryId: elsewhere.trajectoryId,
		});
		const told = plainText(model);
		expect(told).toContain('Er zijn nog geen doelen opgeschreven.');
		expect(told).toContain('Er staat nog niets in het invulschema.');
		expect(told).toContain('Er staan nog geen punten op de agenda.');
	});

	test('is there in English as well', async () => {
		const told = await text(home.members.reader, 'en');
		expect(told).toContain('Neighbourhood agenda for Geitenkamp');
		expect(told).toContain('Council, 8 February 2026: adopted.');
	});

	test('counts a source that its reader may not see, and says nothing of it', async () => {
		const told = await text(home.members.reader);
		expect(told).toContain('Rust ook op 1 bron die hier niet getoond mag worden.');
		expect(told).not.toContain('Dossier van welzijn');
	});
});

describe('an item that a yearly adjustment ended', () => {
	test('stands on the agenda no more, and by its name with the approach that took it up', async () => {
		const { process_manager } = home.members;
		const { trajectoryId } = home;
		const item = await chain.agendaItem({ title: 'Zwerfvuil', reason: 'x' });
		await chain.approach({ title: 'Opruimploeg', carriesOut: [item] });
		expect(await text(process_manager)).toContain('2. Zwerfvuil');
		const { id } = await world.kernel.run(process_manager, startRound, { trajectoryId, year: 2025 }); // prettier-ignore
		const { items } = await world.kernel.ask(process_manager, readAgenda, { trajectoryId });
		for (const one of items) {
			const choice = one.id === item ? 'ended' : 'kept';
			await world.kernel.run(process_manager, setChoice, { adjustmentRoundId: id, agendaItemId: one.id, itemVersion: 1, choice, reason: 'Klaar' }); // prettier-ignore
		}
		await world.kernel.run(process_manager, carryOutRound, { adjustmentRoundId: id, version: 1 }); // prettier-ignore
		const told = await text(process_manager);
		expect(told).not.toContain('2. Zwerfvuil');
		expect(told).toMatch(/Opruimploeg[^]*Zwerfvuil/);
	});
});

describe('for the public', () => {
	test('holds only the public parts', async () => {
		await chain.publish('frame');
		const told = await text(home.visitor);
		expect(told).toContain('Meer is er van dit traject niet openbaar.');
		for (const secret of ['Ouderen komen', 'Meer ontmoeting', 'Eettafel'])
			expect(told).not.toContain(secret);

		await chain.publish('plan');
		const plan = await text(home.visitor);
		expect(plan).toContain('Eettafel');
		expect(plan).not.toContain('Meer ontmoeting');
	});

	test('holds only public sources, and no weighing', async () => {
		await chain.publish('analysis', 'agenda', 'plan');
		const told = await text(home.visitor);
		expect(told).toContain('Verslag van de huurders');
		expect(told).not.toContain('Gesprek bij de kapper');
		expect(told).toContain('Rust ook op 2 bronnen die hier niet getoond mogen worden.');
		expect(told).not.toContain('Weging');
	});

	test('is not there when nothing is public', async () => {
		await chain.publish();
		await expect(report(home.visitor)).rejects.toMatchObject({ code: 'not_found' });
		await expect(report(elsewhere.members.process_manager)).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});
