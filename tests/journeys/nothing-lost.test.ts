import { expect, it } from 'vitest';
import { homeTexts } from '#locales/home.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { uiMessages } from '#locales/ui.ts';
import { failureTexts } from '#locales/failures.ts';
import { Person, person, signIn } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const seen = 'Op de hoek wordt geschaakt.';

it.each(allWays(phone))('sending twice makes one thing, %s', async (_name, way) => {
	const prepared = await prepareTrajectory();
	const someone = await person('professional', way);
	const save = await writeObservation(someone, prepared.home);
	await save.dblclick();
	await someone.reads(someone.words(lifeworldTexts).saved);
	expect(await observationsIn(prepared)).toBe(1);
});

it.each(allWays(desk))(
	'a session that ended while somebody typed loses nothing, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const someone = await person('professional', way);
		const save = await writeObservation(someone, prepared.home);
		const context = someone.page.context();
		await context.clearCookies({ name: 'wijkagenda' });
		await save.click();
		if (way.scripts) {
			await someone.reads(someone.words(failureTexts)['session.ended']);
			const { seen: label } = someone.words(lifeworldTexts);
			expect(await someone.field(label).inputValue()).toBe(seen);
		} else {
			await someone.sees(someone.words(homeTexts).retryTitle);
			await someone.opens(someone.words(homeTexts).typed);
			await someone.reads(seen);
		}

		await signIn(new Person(await context.newPage(), way), 'professional');
		if (way.scripts) await save.click();
		else await someone.presses(someone.words(homeTexts).retry);
		await someone.reads(someone.words(lifeworldTexts).saved);
		await someone.reads(seen);
		expect(await observationsIn(prepared)).toBe(1);
	},
);

const withScripts = allWays(phone).filter(([, way]) => way.scripts);

it.each(withScripts)(
	'a connection that fails while saving loses nothing, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const someone = await person('professional', way);
		const save = await writeObservation(someone, prepared.home);
		someone.expected = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;
		await someone.page.context().setOffline(true);
		await save.click();
		await someone.reads(someone.words(uiMessages).notSent);
		await someone.page.context().setOffline(false);
		await save.click();
		await someone.reads(someone.words(lifeworldTexts).saved);
		expect(await observationsIn(prepared)).toBe(1);
	},
);

it.each(withScripts)(
	'what somebody types before the scripts have come stays, %s',
	async (_name, way) => {
		const { home } = await prepareTrajectory();
		const someone = await person('professional', way);
		const t = someone.words(lifeworldTexts);
		let come = () => {};
		const scripts = new Promise<void>((resolve) => (come = resolve));
		await someone.page.route('**/*.js', async (route) => {
			await scripts;
			await route.continue();
		});
		await someone.page.goto(`${home}/veld/waarneming`, { waitUntil: 'commit' });
		await someone.fills(t.where, 'Het plein');
		await someone.fills(t.seen, seen);
		await someone.opens(t.more);
		come();
		// Counting down is what only a page with scripts does.
		await someone.reads(new RegExp(String(2000 - seen.length)));
		expect(await someone.field(t.where).inputValue()).toBe('Het plein');
		expect(await someone.field(t.seen).inputValue()).toBe(seen);
		expect(await someone.field(t.activities).isVisible()).toBe(true);
	},
);

/** Fills in an observation; gives the button that saves it. */
async function writeObservation(someone: Person, home: string) {
	const t = someone.words(lifeworldTexts);
	await someone.goes(`${home}/veld/waarneming`);
	await someone.sees(t.addObservation);
	await someone.fills(t.where, 'De hoek van het plein');
	await someone.fills(t.seen, seen);
	return someone.page.getByRole('button', { name: t.save, exact: true });
}

async function observationsIn({ api, trajectoryId }: Prepared): Promise<number> {
	const found = await api.send<{ total: number }>('GET', `/trajecten/${trajectoryId}/bronnen`);
	return found.total;
}
