import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMoment } from '#features/agenda/moment.commands.server.ts';
import { recordSession } from '#features/agenda/decision.commands.server.ts';
import { enterStandpoint } from '#features/agenda/standpoint.commands.server.ts';
import { renderPdf } from '#server/documents/pdf.server.ts';
import { pdfObjects, tagCount } from '#server/documents/pdf-reading.test-data.ts';
import { renderProcess } from '#server/documents/render-process.server.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { readProposal } from './proposal.queries.server.ts';

const world = await testWorld();
const { home, kernel } = world;
const { process_manager, professional, reader } = home.members;
const { trajectoryId } = home;
const chain = chainIn(world);
afterAll(() => renderProcess.stop());

const proposal = (more: object = {}) =>
	kernel.ask(process_manager, readProposal, { trajectoryId, body: 'council', taal: 'nl', ...more });
const text = async (more: object = {}) => plainText((await proposal(more)).model);
let square: string;
let garden: string;

beforeAll(async () => {
	const source = await chain.evidence({ title: 'Gesprek op het plein', kind: 'conversation' });
	const finding = await chain.finding({ text: 'Weinig plek om te zitten', on: [source] });
	const loose = await chain.finding({ text: 'Veel tuinen liggen braak' });
	square = await chain.agendaItem({ title: 'Het plein', answers: [finding] });
	garden = await chain.agendaItem({ title: 'Tuinen', answers: [loose] });
	await chain.approach({ title: 'Bankjes maken', carriesOut: [square] });
	const enter = (party: string, view: string, reason: string, more: object = {}) =>
		kernel.run(process_manager, enterStandpoint, {
			agendaItemId: square,
			itemVersion: 1,
			party,
			view,
			reason,
			ground: 'Avond in het buurthuis',
			...more,
		});
	await enter('residents', 'against', 'Eerst het zwerfvuil', { gathered: 'meeting', people: 41 });
	await enter(home.organisations.welfare, 'for', '');
	await kernel.run(process_manager, addMoment, {
		trajectoryId,
		body: 'committee',
		bodyNote: 'Samenleving',
		purpose: 'consult',
		heldOn: '2026-09',
	});
});

describe('a proposal', () => {
	test('holds every part that a body needs, from what was recorded', async () => {
		const told = await text();
		const parts = [
			'Voorstel aan de raad: sociale wijkagenda Geitenkamp',
			'Concept.',
			'Wat wordt er gevraagd',
			'Aanleiding',
			'Wat er speelt',
			'Afwegingen',
			'Tegen en met een opmerking',
			'Wat we niet weten',
			'Gevolgen',
			'Communicatie',
			'Vervolg',
			'Ontwerpbesluit van de raad',
			'Bronnen',
		];
		const places = parts.map((part) => told.indexOf(part));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect(places).toEqual(places.toSorted((one, other) => one - other));
		expect(told).toContain('Weinig plek om te zitten. [1]');
		expect(told).toContain('Gesprek op het plein');
		expect(told).toContain('Raadscommissie, Samenleving');
		expect(told).toContain('september 2026');
	});

	test('gives who is against in their own words, with how residents were heard', async () => {
		const told = await text();
		expect(told).toContain('Eerst het zwerfvuil');
		expect(told).toContain('Bewoners, op een bijeenkomst, 41 bewoners, tegen');
		expect(told).toMatch(/Bewoners\tTegen\tNog niet bekend/);
		expect(told).toMatch(/Welzijn Arnhem\tVoor\tNog niet bekend/);
	});

	test('says what is not known, and makes nothing up', async () => {
		const told = await text();
		expect(told).toContain('Tuinen: het standpunt is niet bekend van Bewoners');
		expect(told).toContain('Zonder bron: Veel tuinen liggen braak.');
		expect(told).toContain('Tuinen: in de bronnen spreken geen bewoners.');
		expect(told).not.toContain('Het plein: in de bronnen spreken geen bewoners.');
		expect(told).toMatch(/Tuinen\tNog geen aanpak\tonbekend/);
		expect(told).toMatch(/Het plein\tBankjes maken\tonbekend/);
		expect(told).toContain('Er is geen besluit van het college vastgelegd.');
		expect(told).toContain('De bevindingen zijn niet gewogen.');
	});

	test('holds only the items that were chosen, with their sources', async () => {
		const told = await text({ agendaItemIds: [garden] });
		expect(told).toContain('Tuinen');
		expect(told).not.toContain('Het plein');
		expect(told).not.toContain('Gesprek op het plein');
	});

	test('is there for the executive and in English as well', async () => {
		const told = await text({ body: 'college', taal: 'en' });
		expect(told).toContain('Proposal to the executive: social neighbourhood agenda for Geitenkamp');
		expect(told).toContain('to lay the neighbourhood agenda before the council for its consent.');
		expect(told).toContain('Draft.');
	});

	test('is a draft until its body decided on every item; then it holds what was decided', async () => {
		const decide = (decisions: object[]) =>
			kernel.run(process_manager, recordSession, {
				trajectoryId,
				body: 'college',
				decidedOn: '2026-02-24',
				decisions,
			});
		await decide([{ agendaItemId: square, outcome: 'amended', amendedText: 'Met dertig bankjes' }]);
		expect(await text({ body: 'college' })).toContain('Concept.');
		expect(await text({ body: 'college', agendaItemIds: [square] })).toContain(
			'Besloten op 24 februari 2026.',
		);
		// The council is asked about the text as the executive left it.
		const council = await text();
		expect(council).toContain('Het college besloot hierover op 24 februari 2026');
		expect(council).toContain('Met dertig bankjes');
		expect(council).toContain('Concept.');
	});

	test('shows nobody a source that its organisation keeps to itself', async () => {
		const kept = await chain.evidence({ title: 'Dossier', visibility: 'organisation' });
		const finding = await chain.finding({ text: 'Iets gehoord', on: [kept] });
		await chain.agendaItem({ title: 'Derde', answers: [finding] });
		expect(await text()).not.toContain('Dossier');
		const own = await kernel.ask(professional, readProposal, { trajectoryId, body: 'council' });
		expect(plainText(own.model)).toContain('Dossier');
		const other = await kernel.ask(reader, readProposal, { trajectoryId, body: 'council' });
		expect(plainText(other.model)).not.toContain('Dossier');
	});

	test('becomes a tagged PDF with title, language, headings and table headers', async () => {
		const { model } = await proposal();
		const objects = pdfObjects(await renderPdf(model));
		expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(objects).toContain('/StructTreeRoot');
		expect(objects).toMatch(/\/Lang\s*\(nl-NL\)/);
		expect(objects).toContain('Voorstel aan de raad: sociale wijkagenda Geitenkamp');
		expect(tagCount(objects, 'H1')).toBeGreaterThanOrEqual(10);
		expect(tagCount(objects, 'Table')).toBe(3);
		// Party and three items; item, approach, means; when, with whom, what for, state; and a name for every row.
		expect(tagCount(objects, 'TH')).toBeGreaterThanOrEqual(4 + 3 + 4);
	}, 30_000);
});
