import { expect, it } from 'vitest';
import { guideTexts } from '#locales/guides.ts';
import { passageTexts } from '#locales/passages.ts';
import { talkTexts } from '#locales/talks.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { desk, phone, type Way } from './support/way.ts';

const ways: [string, Way][] = [
	['in Dutch at a desk with JavaScript', { language: 'nl', scripts: true, width: desk }],
	['in English on a phone without JavaScript', { language: 'en', scripts: false, width: phone }],
];

/** The second question, in words of one's own. */
const question = { nl: 'Wat is hier prettig?', en: 'What is pleasant here?' };

/** Adapts the guide for residents and takes it into use; gives its key. */
async function adapts(manager: Person, name: string): Promise<string> {
	const t = manager.words(guideTexts);
	await manager.goes('/arnhem/gesprekswijzers');
	await manager.sees(t.title);
	await manager.page.locator('input[name=guide][value=resident]').check();
	await manager.fills(t.name, name);
	await manager.presses(t.copy);
	await manager.sees(name);
	await manager.page.locator('[name="questions.1.textNl"]').fill(question.nl);
	await manager.page.locator('[name="questions.1.textEn"]').fill(question.en);
	await manager.presses(t.save);
	await manager.reads(t.saved);
	await manager.presses(t.publish(1));
	await manager.reads(t.published);
	await manager.goes('/arnhem/gesprekswijzers');
	return name.toLowerCase().replaceAll(' ', '-');
}

it.each(ways)(
	'a guide is adapted, a stack of five sheets stands side by side, and a quote goes into form and report, %s',
	async (_name, way) => {
		const { home, trajectoryId } = await prepareTrajectory();
		const name = `Ons gesprek ${trajectoryId.slice(-6)}`;
		const key = await adapts(await person('process_manager', way), name);

		const professional = await person('professional', way);
		const t = professional.words(talkTexts);
		const p = professional.words(passageTexts);
		await professional.goes(
			`${home}/leefwereld/stapel?met=${key}&stapel=Buurthuis&plek=Buurthuis&datum=2024-05-01`,
		);
		for (let sheet = 1; sheet <= 5; sheet++) {
			await professional.sees('Buurthuis');
			const answer = professional.page.locator('[name="answers.pleasant"]');
			await answer.fill(`Het plein is fijn, nummer ${sheet}. Er is weinig licht.`);
			await professional.presses(t.saveNext);
			await professional.reads(t.sheetSaved(String(sheet)));
		}
		await professional.reads(t.entered(5));

		await professional.goes(`${home}/leefwereld/vragen`);
		await professional.sees(t.answersTitle);
		await professional.goes(`${home}/leefwereld/vragen/pleasant`);
		await professional.sees(professional.words(question));
		expect(await professional.page.getByText('Het plein is fijn, nummer').count()).toBe(5);

		await professional.page
			.locator('section li a', { hasText: 'Buurthuis' })
			.filter({ visible: true })
			.first()
			.click();
		await professional.page.waitForURL(/\/bron\//);
		await professional.follows(p.mark);
		await professional.sees(p.markTitle);
		await professional.page.locator('input[name="marks[]"]').first().check();
		await professional.ticks(p.side, p.sides.protection);
		await professional.page.locator('input[name=isQuote]').check();
		await professional.presses(p.save);
		await professional.reads(p.saved);
		await professional.follows(p.toFinding);
		await professional.sees(p.findingTitle);
		await professional.fills(p.text, 'Mensen zijn graag op het plein.');
		await professional.page.locator('select[name=themes]').selectOption({ index: 1 });
		await professional.presses(p.saveFinding);
		await professional.page.waitForURL(/\/bevinding\//);
		await professional.reads(p.noticeAttached);
		await professional.reads(/“Het plein is fijn, nummer \d\.”/);
		await professional.reads(p.by.resident);

		await professional.goes(`${home}/verslag`);
		await professional.reads(/“Het plein is fijn, nummer \d\.”/);
	},
);
