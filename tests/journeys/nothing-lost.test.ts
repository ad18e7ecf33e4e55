import { expect, it } from 'vitest';
import { fieldTexts } from '#locales/field.ts';
import { homeTexts } from '#locales/home.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import { isReceived } from './support/in-field.ts';
import { keptHere } from './support/kept-here.ts';
import { Person, person, signIn } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const seen = 'Op de hoek wordt geschaakt.';

it.each(allWays(phone))('sending twice makes one thing, %s', async (_name, way) => {
	const prepared = await prepareTrajectory();
	const someone = await person('professional', way);
	const save = await writeObservation(someone, prepared.home);
	await save.dblclick();
	await isReceived(someone);
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
			// It is on this phone, which asks to sign in before it goes on.
			await someone.page.waitForURL(/#bewaard=|\/inloggen/);
		} else {
			await someone.sees(someone.words(homeTexts).retryTitle);
			await someone.opens(someone.words(homeTexts).typed);
			await someone.reads(seen);
		}
		expect(await observationsIn(prepared)).toBe(0);

		const again = new Person(await context.newPage(), way);
		await signIn(again, 'professional');
		if (way.scripts) {
			await again.goes(`${prepared.home}/veld/postbak`);
			await again.reads(seen);
			await again.reads(again.words(offlineTexts).allReceived);
		} else {
			await someone.presses(someone.words(homeTexts).retry);
			await someone.reads(someone.words(fieldTexts).kept);
		}
		expect(await textsIn(prepared)).toEqual([seen]);
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
		await keptHere(someone.page, `${prepared.home}/veld`);
		await someone.page.context().setOffline(true);
		await save.click();
		await someone.page.waitForURL(/\/veld#bewaard=/);
		await someone.reads(someone.words(offlineTexts).waitingCount(1));
		expect(await observationsIn(prepared)).toBe(0);
		await someone.page.context().setOffline(false);
		await isReceived(someone);
		expect(await textsIn(prepared)).toEqual([seen]);
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
		// Keeping it on the phone is what only a page with scripts does.
		await someone.page.locator('form[data-kept="yes"]').waitFor();
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

async function textsIn({ api, trajectoryId }: Prepared): Promise<string[]> {
	const found = await api.send<{ items: { title: string }[] }>(
		'GET',
		`/trajecten/${trajectoryId}/bronnen`,
	);
	return found.items.map(({ title }) => title);
}
