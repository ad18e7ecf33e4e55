import { expect, it } from 'vitest';
import frameworkFile from '#content/frameworks/2013.json' with { type: 'json' };
import { analysisTexts } from '#locales/analysis.ts';
import { person, type Person } from './support/person.ts';
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

/** Presses Tab until the focus is on what matches; it has to be seen at every stop. */
async function tabTo(someone: Person, selector: string): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		await someone.page.keyboard.press('Tab');
		await expectVisibleFocus(someone);
		if (
			await someone.page.locator(':focus').evaluate((focused, to) => focused.matches(to), selector)
		)
			return;
	}
	throw new Error(`Tab never came to ${selector}.`);
}

async function press(someone: Person, key: string): Promise<void> {
	await someone.page.keyboard.press(key);
	await expectVisibleFocus(someone);
}

/** The focus is on something, on screen, and it shows. */
async function expectVisibleFocus(someone: Person): Promise<void> {
	const seen = () =>
		someone.page.evaluate(() => {
			const focused = document.activeElement;
			if (!focused || focused === document.body) return 'nowhere';
			const box = focused.getBoundingClientRect();
			const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.width > 0;
			if (!onScreen) return `off screen: ${focused.outerHTML.slice(0, 200)}`;
			const { outlineStyle, boxShadow } = getComputedStyle(focused);
			const marked = [focused, focused.parentElement].some((one) => {
				if (!one) return false;
				const style = getComputedStyle(one);
				return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
			});
			return marked || outlineStyle !== 'none' || boxShadow !== 'none'
				? 'seen'
				: `unmarked: ${focused.outerHTML.slice(0, 200)}`;
		});
	await expect.poll(seen, { message: 'the focus', timeout: 2_000 }).toBe('seen');
}

/** What a screen reader says where the focus is: the name and description, from the accessibility tree. */
async function heard(someone: Person): Promise<string> {
	return someone.page.locator(':focus').ariaSnapshot();
}
