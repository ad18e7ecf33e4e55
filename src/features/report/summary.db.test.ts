import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { renderProcess } from '#server/documents/render-process.server.ts';
import { dutchReadability } from '#statistics/readability.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { ownWords } from './own-words.ts';
import { summaryFor } from './report-documents.server.ts';
import { readReportData } from './report.queries.server.ts';
import { writeSection } from './section.commands.server.ts';
import type { SummaryKind } from './sections.ts';

const world = await testWorld();
const { trajectoryId, members, visitor } = world.home;
const { ask, run } = world.kernel;
const chain = chainIn(world);
afterAll(() => renderProcess.stop());

async function summary(
	kind: SummaryKind,
	actor: Actor = members.reader,
	language: 'nl' | 'en' = 'nl',
) {
	return summaryFor(kind, await ask(actor, readReportData, { trajectoryId }), language);
}
const text = async (...asked: Parameters<typeof summary>) =>
	plainText((await summary(...asked)).model);

beforeAll(async () => {
	const open = await chain.evidence({
		title: 'Gesprek op het plein',
		kind: 'conversation',
		visibility: 'public',
	});
	const shared = await chain.evidence({ title: 'Gesprek bij de kapper' });
	const weak = await chain.finding({ text: 'Het plein is ’s avonds leeg', themes: ['ontmoeting'] });
	const strong = await chain.finding({
		text: 'Ouderen komen weinig buiten',
		themes: ['sport'],
		on: [open, shared],
	});
	await chain.finding({
		text: 'Buren letten op elkaar',
		themes: ['ontmoeting'],
		kind: 'protective',
	});
	const item = await chain.agendaItem({ title: 'Meer ontmoeting', answers: [strong, weak] });
	await chain.decision(item);
	await chain.approach({ title: 'Een eettafel', carriesOut: [item] });
});

describe('the summary for the council', () => {
	test('says what goes on, what is on the agenda and what it rests on, best founded first', async () => {
		const told = await text('council');
		expect(told.indexOf('Ouderen komen weinig buiten')).toBeLessThan(told.indexOf('Het plein is'));
		expect(told).toContain('Sport: “Ouderen komen weinig buiten.” [1][2]');
		expect(told).toContain('“Meer ontmoeting.” Gemeenteraad, 8 februari 2026: aangenomen.');
		expect(told).toContain('De analyse rust op 2 bronnen: document (1) en gesprek (1).');
		expect(told).toContain('2 bevindingen hebben geen bron.');
		expect(told).toContain('[1] Gesprek op het plein.');
	});

	test('is there in English as well', async () => {
		expect(await text('council', members.reader, 'en')).toContain(
			'Council, 8 February 2026: adopted.',
		);
	});
});

describe('the page for residents', () => {
	test('begins with what goes well, quotes people and says what happens now', async () => {
		const told = await text('residents');
		expect(told.indexOf('Buren letten op elkaar')).toBeLessThan(told.indexOf('Het plein is'));
		expect(told).toContain('- “Ouderen komen weinig buiten.”\n');
		expect(told).toContain(
			'Dit pakken we op: “Meer ontmoeting.” De gemeenteraad zei ja op 8 februari 2026.',
		);
		expect(told).toContain('Dit gaan we doen: “Een eettafel.” Welzijn Arnhem zorgt ervoor.');
		expect(told).not.toMatch(/\[\d/);
	});

	test('is easy to read, by the lengths of its own words and sentences', async () => {
		const { ease, sentenceLength, longestSentence } = dutchReadability(
			ownWords((await summary('residents')).model),
		);
		expect(ease).toBeGreaterThan(70);
		expect(sentenceLength).toBeLessThan(10);
		expect(longestSentence).toBeLessThanOrEqual(15);
	});

	test('is for who has no account when its parts are public, and holds nothing else', async () => {
		await chain.publish('analysis');
		const told = await text('residents', visitor);
		expect(told).toContain('Ouderen komen weinig buiten');
		expect(told).not.toContain('Meer ontmoeting');
		await chain.publish('frame');
		expect(await text('residents', visitor)).not.toContain('Ouderen komen weinig buiten');
	});
});

describe('what people write', () => {
	test('takes the place of what was composed', async () => {
		const { version } = await run(members.professional, writeSection, {
			trajectoryId,
			key: 'residents.respond',
			version: 0,
			text: 'Kom langs in het buurthuis, elke dinsdag.',
		});
		expect(version).toBe(1);
		const told = await text('residents');
		expect(told).toContain('Kom langs in het buurthuis, elke dinsdag.');
		expect(told).not.toContain('Klopt dit met wat u ziet?');
	});
});

describe('a full form', () => {
	beforeAll(async () => {
		for (let number = 1; number <= 120; number += 1)
			await chain.finding({
				text: `In straat ${number} staan ’s avonds geen lampen aan, zeggen mensen die er langs lopen`,
				themes: ['wonen'],
			});
	});

	test.each(['council', 'residents'] as const)(
		'is shortened to its paper, and says how many more there are: %s',
		async (kind) => {
			const { model, pages, limit, isShortened } = await summary(kind);
			expect(pages).toBeLessThanOrEqual(limit);
			expect(pages).toBeGreaterThan(limit - 0.3);
			expect(isShortened).toBe(true);
			const [from, until, all] = kind === 'council' ? ['Wat er speelt', 'Wat het zwaarst', 123] : ['Wat er beter kan', 'Wat er nu', 122]; // prettier-ignore
			const told = plainText(model);
			const list = told.slice(told.indexOf(from), told.indexOf(until)).match(/^- “?.*”/gm) ?? [];
			expect(list.length).toBeGreaterThan(5);
			expect(told).toContain(`- en nog ${all - list.length} in het verslag`);
		},
		30_000,
	);

	test('does not fit when people wrote too much themselves: then it says so', async () => {
		await run(members.professional, writeSection, {
			trajectoryId,
			key: 'council.situation',
			version: 0,
			text: 'In deze wijk is veel te doen, en dat weten we al lang. '.repeat(200),
		});
		const { pages, limit } = await summary('council');
		expect(pages).toBeGreaterThan(limit);
	});
});
