import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { pdfObjects } from '#server/documents/pdf-reading.test-data.ts';
import { overviewTexts } from '#locales/overview.ts';
import { reportTexts } from '#locales/report.ts';
import { threadTexts } from '#locales/thread.ts';
import { choosePriority, plan, putOnAgenda, recordDecision, weigh } from './support/deciding.ts';
import {
	addProvisionAndNeed,
	citeInFinding,
	findingFromFigure,
	layDownFrame,
	observe,
	startTrajectory,
	talk,
} from './support/gathering.ts';
import { person, type Person } from './support/person.ts';
import { allWays, desk } from './support/way.ts';

it.each(allWays(desk))(
	'a process manager takes a new neighbourhood through all six steps to the PDF, %s',
	async (name, way) => {
		const manager = await person('process_manager', way);
		const home = await startTrajectory(manager, `Geitenkamp ${shortOf(name)}`);
		await layDownFrame(manager, home);

		const first = await findingFromFigure(manager, home);
		await observe(manager, home, 'Veel kinderen, en geen enkele plek om te zitten.');
		await citeInFinding(manager, 'risk', 'Ouders blijven niet hangen op het plein.');
		await talk(manager, home);
		await citeInFinding(manager, 'protective', 'Buren groeten elkaar.');
		await addProvisionAndNeed(manager, home);

		await weigh(manager, home, 3);
		await choosePriority(manager, home, first);
		const item = await putOnAgenda(manager, home, first, 'Het plein wordt een plek om te zijn');
		await recordDecision(manager, item);
		await plan(manager, home, 'Het plein wordt een plek om te zijn', 'Bankjes maken met de buurt');

		await seeWholeThread(manager, home, first);
		await downloadReport(manager, home);
	},
);

/** What tells the trajectories of these journeys apart: also when they run again on the same program. */
function shortOf(name: string): string {
	return createHash('sha256').update(`${name}${Date.now()}`).digest('hex').slice(0, 4);
}

async function seeWholeThread(someone: Person, home: string, finding: string): Promise<void> {
	const t = someone.words(overviewTexts);
	await someone.goes(home);
	await someone.sees(/Geitenkamp/);
	await someone.follows(t.threads);
	await someone.sees(someone.words(threadTexts).allTitle);
	const item = someone.page.getByRole('main');
	for (const step of [finding, 'Het plein wordt een plek om te zijn', 'Bankjes maken met de buurt'])
		await item.getByRole('link', { name: step }).first().waitFor();
}

async function downloadReport(someone: Person, home: string): Promise<void> {
	const t = someone.words(reportTexts);
	await someone.goes(home);
	await someone.follows(someone.words(overviewTexts).report);
	await someone.sees(/Geitenkamp/);
	for (const part of [
		'Raadsbesluit 2026-118',
		'Bankjes maken met de buurt',
		'Buren groeten elkaar.',
	])
		await someone.reads(part);

	const pdf = await download(someone, t.pdf);
	expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
	const objects = pdfObjects(pdf);
	expect(objects).toContain('/StructTreeRoot');
	expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>');
	const docx = await download(someone, t.word);
	expect(docx.subarray(0, 2).toString('latin1')).toBe('PK');
	expect(docx.includes('word/document.xml')).toBe(true);
}

async function download(someone: Person, link: string): Promise<Buffer> {
	const [file] = await Promise.all([someone.page.waitForEvent('download'), someone.follows(link)]);
	return buffer(await file.createReadStream());
}
