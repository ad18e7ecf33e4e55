import { beforeAll, describe, expect, test } from 'vitest';
import { changeFinding, withdrawFinding } from '#features/analysis/finding.commands.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { readReport } from './report.queries.server.ts';
import { recordsOf } from './section-records.ts';
import { markedText, numberMarks, type Marks } from './section-marks.ts';
import {
	composeSection,
	confirmSection,
	restoreSection,
	withdrawSection,
	writeSection,
} from './section.commands.server.ts';
import {
	listSections,
	sectionHistory,
	sectionOverview,
	sectionPage,
} from './section.queries.server.ts';

const world = await testWorld();
const { home } = world;
const { kernel } = world;
const { trajectoryId } = home;
const { process_manager: manager, professional, reader } = home.members;
const chain = chainIn(world);
const theme = (key: string) => ({ trajectoryId, key: `theme.${key}` });

const pageOf = (slug: string, actor: Actor = manager) =>
	kernel.ask(actor, sectionPage, { trajectoryId, slug });
const report = async (actor: Actor) =>
	plainText(await kernel.ask(actor, readReport, { trajectoryId, taal: 'nl' }));

/** The text of a section as its editor has it, with its marks. */
async function editing(slug: string, actor: Actor = manager) {
	const { content, records, written } = await pageOf(slug, actor);
	const marks: Marks = numberMarks(records);
	return { text: markedText(content, marks), marks, version: written?.version ?? 0 };
}

let lonely: string;
let kept: string;
beforeAll(async () => {
	const open = await chain.evidence({ title: 'Verslag van de huurders', visibility: 'public' });
	kept = await chain.evidence({ title: 'Dossier van welzijn', visibility: 'organisation' });
	lonely = await chain.finding({
		text: 'Ouderen komen weinig buiten',
		themes: ['sport'],
		on: [open, kept],
	});
});

describe('a section that nobody wrote', () => {
	test('shows what is composed, and is begun with it', async () => {
		const { text } = await editing('thema-sport');
		expect(text).toBe(
			'Welzijn Arnhem noemt als risicofactor: “Ouderen komen weinig buiten.” {B1}[1]',
		);
		expect(await report(manager)).toContain('De tekst is samengesteld uit wat is ingebracht');

		await kernel.run(manager, composeSection, theme('sport'));
		const { written, content } = await pageOf('thema-sport');
		expect(written).toMatchObject({
			version: 1,
			changedBy: 'Test process_manager, Gemeente Arnhem',
		});
		expect(recordsOf(content)).toMatchObject([{ kind: 'finding', id: lonely, version: 1 }, { kind: 'evidence', version: 1 }]); // prettier-ignore
	});

	test('is never composed over what somebody wrote', async () => {
		await expect(kernel.run(professional, composeSection, theme('sport'))).rejects.toMatchObject({
			code: 'report_section.written',
		});
	});

	test('has to be one of the format', async () => {
		const wrong = kernel.run(manager, composeSection, theme('voetbal'));
		await expect(wrong).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('writing', () => {
	test('keeps the sources with the sentences, and the former text', async () => {
		const { marks, version } = await editing('thema-sport');
		const text = 'Wie ouder is [1] blijft vaak binnen. {B1}\n\nDat zien wij elke week.';
		await kernel.run(manager, writeSection, { ...theme('sport'), version, text, marks });
		expect((await editing('thema-sport')).text).toBe(text);
		const told = await report(manager);
		expect(told).toContain('Wie ouder is [1] blijft vaak binnen.');
		expect(told).not.toContain('noemt als risicofactor');
		const sectionId = (await pageOf('thema-sport')).written?.id ?? '';
		const versions = await kernel.ask(reader, sectionHistory, { sectionId });
		expect(versions.map((one) => one.version)).toEqual([1]);
	});

	test('says of a mark that stands for nothing which one it is', async () => {
		const { marks, version } = await editing('thema-sport');
		const typed = { ...theme('sport'), version, text: 'Iets anders. [7]', marks };
		await expect(kernel.run(manager, writeSection, typed)).rejects.toMatchObject({
			problems: [{ path: 'text', code: 'unknown_mark', params: { what: '[7]' } }],
		});
	});

	test('takes no record of another trajectory, and none that its writer may not see', async () => {
		const { version } = await editing('thema-sport');
		const foreign = await chainIn(world, world.elsewhere).finding({ text: 'Elders' });
		for (const [kind, id] of [
			['finding', foreign],
			['evidence', kept],
		] as const) {
			// prettier-ignore
			const marks = { '{B9}': { kind, id, version: 1 } };
			const typed = { ...theme('sport'), version, text: 'Rust hierop. {B9}', marks };
			await expect(kernel.run(manager, writeSection, typed)).rejects.toMatchObject({
				problems: [{ code: 'unknown_mark' }],
			});
		}
	});

	test('shows a second writer what the first made of it', async () => {
		const first = await editing('thema-sport');
		const second = await editing('thema-sport', professional);
		await kernel.run(manager, writeSection, {
			...theme('sport'),
			...first,
			text: 'De eerste. [1]',
		});
		const late = { ...theme('sport'), ...second, text: 'De tweede. [1]' };
		await expect(kernel.run(professional, writeSection, late)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { text: 'De eerste. [1]', version: 3 } },
		});
	});

	test('remembers what is not mentioned any more', async () => {
		const { leftOut } = (await pageOf('thema-sport')).written ?? {};
		expect(leftOut).toMatchObject([{ kind: 'finding', id: lonely }]);
	});
});

describe('freshness', () => {
	test('says what changed under a sentence, with what it was and what it is', async () => {
		const now = await editing('thema-sport');
		await kernel.run(manager, writeSection, { ...theme('sport'), ...now, text: 'Ouderen blijven binnen. {B1}' }); // prettier-ignore
		await kernel.run(professional, changeFinding, {
			findingId: lonely,
			version: 1,
			kind: 'risk',
			text: 'Ouderen komen ’s avonds weinig buiten',
			themes: ['sport'],
		});
		const extra = await chain.finding({ text: 'Het veld ligt er leeg bij', themes: ['sport'] });
		const { freshness } = await pageOf('thema-sport');
		expect(freshness?.changes).toMatchObject([
			{
				what: 'text',
				record: { id: lonely, version: 2 },
				before: 'Ouderen komen weinig buiten',
				now: 'Ouderen komen ’s avonds weinig buiten',
			},
		]);
		expect(freshness?.unmentioned).toMatchObject([{ record: { kind: 'finding', id: extra } }]);
		const { sections } = await kernel.ask(reader, sectionOverview, { trajectoryId });
		expect(sections.find(({ place }) => place.key === 'theme.sport')?.written?.toLookAt).toBe(2);
	});

	test('is put right by whoever says that it still holds, and a writer beside them goes on', async () => {
		const before = await editing('thema-sport', professional);
		const { written, freshness } = await pageOf('thema-sport');
		const seen = [...(freshness?.changes ?? []), ...(freshness?.unmentioned ?? [])].map(({ record }) => record); // prettier-ignore
		await kernel.run(manager, confirmSection, {
			sectionId: written?.id ?? '',
			version: written?.version ?? 0,
			seen,
		});
		const after = await pageOf('thema-sport');
		expect(after.freshness).toEqual({ changes: [], unmentioned: [] });
		expect(after.written?.confirmedBy).toBe('Test process_manager, Gemeente Arnhem');

		const text = `${before.text} Ook in de winter.`;
		await kernel.run(professional, writeSection, { ...theme('sport'), ...before, text });
		expect((await editing('thema-sport')).text).toBe(text);
		expect((await pageOf('thema-sport')).freshness?.changes).toEqual([]);
	});

	test('says of what was withdrawn why', async () => {
		await kernel.run(professional, withdrawFinding, { findingId: lonely, version: 2, reason: 'Dubbel' }); // prettier-ignore
		const { freshness } = await pageOf('thema-sport');
		expect(freshness?.changes).toMatchObject([{ what: 'withdrawn', reason: 'Dubbel' }]);
	});

	test('goes with a sentence that is rewritten', async () => {
		const now = await editing('thema-sport');
		await kernel.run(manager, writeSection, { ...theme('sport'), ...now, text: 'Dat bleek dubbel. {B1}' }); // prettier-ignore
		expect((await pageOf('thema-sport')).freshness?.changes).toEqual([]);
	});
});

describe('for the public', () => {
	test('a written section is there when its part is, and names no source that is not', async () => {
		const now = await editing('thema-sport', professional);
		const text = 'Huurders zeggen het [1] en welzijn ook. [2]';
		const hidden = { kind: 'evidence' as const, id: kept, version: 1 };
		const marks = { ...now.marks, '[2]': hidden };
		await kernel.run(professional, writeSection, { ...theme('sport'), ...now, text, marks });
		await chain.publish('plan');
		expect(await report(home.visitor)).not.toContain('Huurders zeggen het');
		await chain.publish('analysis');
		const told = await report(home.visitor);
		expect(told).toContain('Huurders zeggen het [1] en welzijn ook. [niet openbaar]');
		expect(told).not.toContain('Dossier van welzijn');
		const listed = await kernel.ask(home.visitor, listSections, { trajectoryId });
		const sport = listed.find(({ key }) => key === 'theme.sport');
		expect(JSON.stringify(sport?.paragraphs)).not.toContain(kept);
		expect(listed.map(({ key }) => key)).not.toContain('priorities');
	});
});

describe('putting aside', () => {
	test('leaves the composed text, and what was written can be put back', async () => {
		const { written } = await pageOf('thema-sport');
		const row = { sectionId: written?.id ?? '', version: written?.version ?? 0 };
		const { version } = await kernel.run(manager, withdrawSection, { ...row, reason: 'Opnieuw' });
		const now = await pageOf('thema-sport');
		expect(now.written).toBeNull();
		expect(now.aside).toMatchObject([{ id: row.sectionId, withdrawnReason: 'Opnieuw' }]);

		const anew = await kernel.run(manager, composeSection, theme('sport'));
		const back = { sectionId: row.sectionId, version };
		await expect(kernel.run(manager, restoreSection, back)).rejects.toMatchObject({
			code: 'report_section.written',
		});
		await kernel.run(manager, withdrawSection, { sectionId: anew.id, version: 1, reason: 'Toch niet' }); // prettier-ignore
		await kernel.run(manager, restoreSection, back);
		expect((await editing('thema-sport')).text).toContain('Huurders zeggen het');
	});
});
