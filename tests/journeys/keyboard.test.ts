import { expect, it } from 'vitest';
import frameworkFile from '#content/frameworks/2013.json' with { type: 'json' };
import { analysisTexts } from '#locales/analysis.ts';
import { expectVisibleFocus, heard, press, tabTo } from './support/keys.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk } from './support/way.ts';

const withScripts = allWays(desk).filter(([, way]) => way.scripts);
const [domain] = frameworkFile.domains;

it.each(withScripts)(
	'the analysis form is filled in with the keyboard only, %s',
	async (_, way) => {
		const { home } = await prepareTrajectory();
		const someone = await person('process_manager', way);
		const t = someone.words(analysisTexts);
		const name = (thing: { name: { nl: string; en: string } } | undefined) =>
			thing?.name[way.language] ?? '';
		const [first, second] = domain?.themes ?? [];
		const [risk, protective] = frameworkFile.columns;
		await someone.goes(`${home}/analyse`);
		await someone.sees(t.title);
		const grid = someone.page.getByRole('grid', { name: name(domain) });
		await grid.waitFor();

		await tabTo(someone, '[role="gridcell"]');
		expect(await heard(someone)).toContain(t.addTo(name(risk), name(first)));
		await press(someone, 'ArrowDown');
		await press(someone, 'ArrowRight');
		expect(await heard(someone)).toContain(t.addTo(name(protective), name(second)));
		await press(someone, 'ArrowLeft');

		await press(someone, 'Enter');
		const editor = someone.in(t.addTo(name(risk), name(second)));
		await editor.field(name(frameworkFile.findingKinds[0])).waitFor();
		await someone.page.keyboard.type('Er is te weinig tijd voor ouders.');
		await expectVisibleFocus(someone);
		await someone.page.keyboard.press('Control+Enter');
		await grid.getByRole('gridcell').filter({ hasText: 'Er is te weinig tijd' }).waitFor();
		await someone.page.getByRole('status').filter({ hasText: t.saved }).waitFor();
		await expectVisibleFocus(someone);
		expect(await heard(someone)).toContain('Er is te weinig tijd voor ouders.');

		await press(someone, 'ArrowRight');
		await someone.page.keyboard.press('O');
		await someone.page.keyboard.type('ma past op.');
		await press(someone, 'Escape');
		expect(await heard(someone)).toContain(t.draft);
		await press(someone, 'Control+Home');
		expect(await heard(someone)).toContain(t.addTo(name(risk), name(first)));
		await someone.goes(`${home}/analyse`);
		await someone.reads('Er is te weinig tijd voor ouders.');
	},
);
