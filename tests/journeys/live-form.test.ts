import { expect, it } from 'vitest';
import frameworkFile from '#content/frameworks/2013.json' with { type: 'json' };
import { analysisTexts } from '#locales/analysis.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import { liveFormTexts } from '#locales/live-form.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, phone, type Way } from './support/way.ts';

const dutch: Way = { language: 'nl', scripts: true, width: desk };
const theme = frameworkFile.domains[0]?.themes[1]?.id ?? '';
const cell = (column: string, of = theme) => `[id="vak-${of}/${column}"]`;

async function open({ home }: Prepared, someone: Person): Promise<Person> {
	await someone.goes(`${home}/analyse`);
	await someone.page.getByRole('grid').first().waitFor();
	return someone;
}

/** Types something new into a cell and saves it. */
async function writes(someone: Person, column: string, text: string): Promise<void> {
	const { page } = someone;
	await page.locator(cell(column)).focus();
	await page.keyboard.type(text);
	await page.locator(cell(column)).locator('textarea').first().waitFor();
	await page.keyboard.press('Control+Enter');
}

async function add({ api, trajectoryId }: Prepared, text: string): Promise<string> {
	const path = `/trajecten/${trajectoryId}/bevindingen`;
	return (await api.send('POST', path, { kind: 'risk', text, themes: [theme] })).id;
}

it('ten people work in one form at once; of two of them the network is cut, and nothing is lost', async () => {
	const prepared = await prepareTrajectory();
	const roles = ['process_manager', 'professional'] as const;
	const people: Person[] = [];
	for (let at = 0; at < 10; at += 1) {
		const someone = await person(roles[at % 2] ?? 'professional', dutch);
		someone.expected = /ERR_INTERNET_DISCONNECTED|Failed to fetch|network/i;
		people.push(await open(prepared, someone));
	}
	const t = liveFormTexts.nl;
	await people[0]?.reads(/^Nu aanwezig: .*\(5\).*\(5\)/);

	const [cutOff, alsoCutOff, ...others] = people as [Person, Person, ...Person[]];
	await cutOff.page.context().setOffline(true);
	await alsoCutOff.page.context().setOffline(true);
	await cutOff.reads(/^Geen verbinding sinds/);
	await writes(cutOff, 'protective', 'Geschreven zonder verbinding.');
	await cutOff.reads(t.waiting);
	await alsoCutOff.page.locator(cell('risk')).focus();
	await alsoCutOff.page.keyboard.type('Half getypt');

	for (const [at, someone] of others.entries())
		await writes(someone, 'risk', `Van deelnemer ${at}.`);
	for (const someone of others)
		for (const at of others.keys()) await someone.reads(`Van deelnemer ${at}.`);

	await cutOff.page.context().setOffline(false);
	await alsoCutOff.page.context().setOffline(false);
	await cutOff.reads(t.backSent);
	await alsoCutOff.reads(t.back);
	expect(await alsoCutOff.page.locator('textarea:focus').inputValue()).toBe('Half getypt');
	await alsoCutOff.page.keyboard.press('Control+Enter');
	for (const someone of people) {
		for (const at of others.keys()) await someone.reads(`Van deelnemer ${at}.`);
		await someone.reads('Geschreven zonder verbinding.');
		await someone.reads('Half getypt');
	}
	const form = await prepared.api.send<{ findings: unknown[] }>('GET', `/trajecten/${prepared.trajectoryId}/invulschema`); // prettier-ignore
	expect(form.findings).toHaveLength(10);
}, 240_000);

it.each(allWays(desk).filter(([, way]) => way.scripts))(
	'two writers on one text: the second sees both and makes them one, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		await add(prepared, 'De speeltuin is leeg.');
		const first = await open(prepared, await person('process_manager', way));
		const second = await open(prepared, await person('professional', way));
		const t = second.words(findingTexts);
		for (const someone of [first, second]) {
			await someone.page.locator(cell('risk')).focus();
			await someone.page.keyboard.press('Enter');
			await someone.page.locator(cell('risk')).locator('textarea').waitFor();
		}
		await second.page.keyboard.type(' Ook in de zomer.');
		await first.page.keyboard.type(' Dat valt op.');
		await first.page.keyboard.press('Control+Enter');
		// While typing, the second is told; where the typing goes on.
		await second.reads(second.words(analysisTexts).elsewhere);
		expect(await second.page.locator('textarea:focus').inputValue()).toBe(
			'De speeltuin is leeg. Ook in de zomer.',
		);
		await second.page.keyboard.press('Control+Enter');
		await second.reads(t.theirs);
		await second.sees(second.words(analysisTexts).title);
		expect(await second.page.locator('.both ins').allInnerTexts()).not.toEqual([]);
		await second.presses(t.takeTheirs);
		await second.page.keyboard.press('Control+End');
		await second.page.keyboard.type(' Ook in de zomer.');
		await second.page.keyboard.press('Control+Enter');
		for (const someone of [first, second])
			await someone.reads('De speeltuin is leeg. Dat valt op. Ook in de zomer.');
	},
);

it('a change above the line one reads does not move it, and the work of others keeps the focus', async () => {
	const prepared = await prepareTrajectory();
	const low = frameworkFile.domains[2]?.themes.at(-1)?.id ?? '';
	const someone = await open(prepared, await person('professional', dutch));
	const { page } = someone;
	await page.locator(cell('risk', low)).focus();
	await page.keyboard.type('Ik ben nog bezig');
	const field = page.locator(cell('risk', low)).locator('textarea');
	await field.waitFor();
	await page.keyboard.press('Shift+ArrowLeft');
	const top = async () => (await field.boundingBox())?.y ?? 0;
	await page.waitForTimeout(500);
	const before = await top();
	const long = 'Dit is een lange zin die in een smalle kolom veel regels nodig heeft. '.repeat(6);
	for (let at = 0; at < 4; at += 1) await add(prepared, `${long}${at}`);
	await page.locator('[data-entry]').nth(3).waitFor({ state: 'attached' });
	await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);
	const selected = await field.evaluate((it: HTMLTextAreaElement) => [
		...[document.activeElement === it, it.selectionStart, it.selectionEnd],
	]);
	expect(selected).toEqual([true, 15, 16]);
});

it.each(allWays(desk).filter(([, way]) => way.scripts))(
	'everything goes by keyboard, and a screen reader hears domain, theme and column, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		await add(prepared, 'Er is te weinig te doen.');
		const someone = await open(prepared, await person('professional', way));
		const { page } = someone;
		const t = someone.words(liveFormTexts);
		const heard = () => page.locator(':focus').ariaSnapshot();
		const [domain] = frameworkFile.domains;
		const name = (thing: { name: { nl: string; en: string } } | undefined) =>
			thing?.name[way.language] ?? '';
		await page.locator(cell('risk')).focus();
		for (const part of [domain, domain?.themes[1], frameworkFile.columns[0]])
			expect(await heard()).toContain(name(part));

		await page.keyboard.press('Control+x');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Control+v');
		await page.locator(cell('protective')).getByText('Er is te weinig te doen.').first().waitFor();
		await page.keyboard.press('Delete');
		await page.locator(cell('protective')).locator('textarea:focus').waitFor();
		await page.keyboard.type('Dubbel');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.locator('[data-entry]').count()).toBe(0);
		await page.keyboard.press('Control+z');
		await page.locator(cell('protective')).getByText('Er is te weinig te doen.').first().waitFor();
		await page.keyboard.press('Control+z');
		await page.locator(cell('risk')).getByText('Er is te weinig te doen.').first().waitFor();
		await page.keyboard.press('Control+y');
		await page.locator(cell('protective')).getByText('Er is te weinig te doen.').first().waitFor();

		await page.keyboard.press('?');
		await page.getByRole('dialog', { name: t.keysTitle }).waitFor();
		await page.keyboard.press('Escape');
		// Tab comes through the cells and in the end out of the table.
		await page.getByRole('grid').first().getByRole('gridcell').last().focus();
		for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('Tab');
		const inFirst = await page.locator(':focus').evaluate((it) => it.closest('table') === document.querySelector('table')); // prettier-ignore
		expect(inFirst).toBe(false);
		await someone.sees(someone.words(analysisTexts).title);
	},
);

it('taking back what somebody else changed meanwhile is refused with a sentence', async () => {
	const prepared = await prepareTrajectory();
	const someone = await open(prepared, await person('professional', dutch));
	await writes(someone, 'risk', 'Van mij.');
	await someone.reads('Van mij.');
	const form = await prepared.api.send<{ findings: { id: string }[] }>('GET', `/trajecten/${prepared.trajectoryId}/invulschema`); // prettier-ignore
	await prepared.api.send('PATCH', `/bevindingen/${form.findings[0]?.id}`, {
		...{ version: 1, kind: 'risk', text: 'Van een ander.', themes: [theme] },
	});
	await someone.reads('Van een ander.');
	await someone.presses(liveFormTexts.nl.undo);
	await someone.reads(liveFormTexts.nl.changedSince('Van mij.'));
	await someone.reads('Van een ander.');
});

it.each(allWays(phone))(
	'the history of a cell gives a former text back, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const id = await add(prepared, 'Zoals het eerst was.');
		await prepared.api.send('PATCH', `/bevindingen/${id}`, {
			...{ version: 1, kind: 'risk', text: 'Zoals het werd.', themes: [theme] },
		});
		const someone = await person('professional', way);
		const t = someone.words(liveFormTexts);
		await someone.goes(`${prepared.home}/analyse`);
		await someone.page.locator(cell('risk')).hover();
		await someone.page.locator(cell('risk')).getByRole('link', { name: t.history }).click();
		await someone.sees(t.cellHistory);
		await someone.reads('Zoals het werd.');
		await someone.page.getByRole('button', { name: new RegExp(t.putTextBack) }).click();
		await someone.reads(t.putBack);
		await someone.goes(`${prepared.home}/analyse`);
		await someone.reads('Zoals het eerst was.');
	},
);

it('without JavaScript the second writer sees both texts too', async () => {
	const way: Way = { language: 'nl', scripts: false, width: phone };
	const prepared = await prepareTrajectory();
	const id = await add(prepared, 'De speeltuin is leeg.');
	const someone = await person('professional', way);
	const t = someone.words(findingTexts);
	await someone.goes(`${prepared.home}/analyse/bevinding/${id}`);
	await someone.opens(t.change);
	await someone.fills(someone.words(analysisTexts).text, 'De speeltuin is leeg en kapot.');
	await prepared.api.send('PATCH', `/bevindingen/${id}`, {
		...{ version: 1, kind: 'risk', text: 'De speeltuin is nooit vol.', themes: [theme] },
	});
	await someone.page.locator('#wijzigen form').first().getByRole('button').first().click();
	await someone.reads(t.theirs);
	expect(await someone.page.locator('.both ins').allInnerTexts()).not.toEqual([]);
	await someone.page.locator('#wijzigen form').first().getByRole('button').first().click();
	await someone.reads('De speeltuin is leeg en kapot.');
});
