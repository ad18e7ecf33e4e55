import type { Page } from 'playwright-core';
import { expect, inject, it, onTestFinished } from 'vitest';
import { startBadLine } from '../../scripts/support/bad-line.ts';
import { fieldTexts } from '#locales/field.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import { freshProfile } from './support/browser.ts';
import { keptHere } from './support/kept-here.ts';
import { person, Person, signIn } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { phone, type Way } from './support/way.ts';

const way: Way = { language: 'nl', scripts: true, width: phone };
const t = offlineTexts.nl;
const words = lifeworldTexts.nl;
const seen = 'Op de hoek wordt geschaakt.';

it('a form survives a closed app letter by letter, is checked on the phone, and goes when there is a network', async () => {
	const { api, home, trajectoryId } = await prepareTrajectory();
	const someone = await person('professional', way);
	someone.expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;
	const form = `${home}/veld/waarneming`;
	await someone.goes(`${home}/veld`);
	await keptHere(someone.page, form);
	const context = someone.page.context();
	await context.setOffline(true);

	await someone.goes(form);
	await someone.fills(words.seen, 'Bel 06 12345678');
	await kept(someone.page);
	await someone.page.close();

	const again = new Person(await context.newPage(), way);
	await again.goes(form);
	await again.reads(t.restored);
	expect(await again.field(words.seen).inputValue()).toBe('Bel 06 12345678');
	await again.fills(words.where, 'De hoek van het plein');
	await again.presses(words.save);
	await again.reads(/telefoonnummer\. Schrijf het op zonder/);
	await again.fills(words.seen, seen);
	await again.presses(words.save);
	await again.page.waitForURL(/veld#bewaard=/);
	await again.reads(t.saved(seen));
	await again.goes(`${home}/veld/postbak`);
	await again.reads(t.waitingCount(1));
	await context.setOffline(false);
	await again.reads(t.allReceived);
	const { total } = await api.send<{ total: number }>('GET', `/trajecten/${trajectoryId}/bronnen`);
	expect(total).toBe(1);
});

it('over a line that only seems to be there nothing is uncertain: it can still be changed, and then looked at', async () => {
	const { home } = await prepareTrajectory();
	// Each answer of the API is lost as long as `share` is 1.
	const options = { share: 0, random: () => 0 };
	const line = await startBadLine(inject('address'), options);
	onTestFinished(() => line.close());
	const context = await freshProfile(way, line.url);
	onTestFinished(() => context.close());
	const someone = new Person(await context.newPage(), way);
	await signIn(someone, 'professional');
	await someone.goes(`${home}/veld/waarneming`);
	await keptHere(someone.page, `${home}/veld/postbak`);

	options.share = 1;
	await someone.fills(words.where, 'De hoek van het plein');
	await someone.fills(words.seen, 'Op de hoek wordt gedamd.');
	await someone.presses(words.save);
	await someone.page.waitForURL(/veld#bewaard=/);
	await expect.poll(() => line.counts.dropped).toBeGreaterThan(1);
	await someone.goes(`${home}/veld/postbak`);
	await someone.page.getByRole('button', { name: new RegExp(`^${t.change}`) }).click();
	await someone.reads(t.restored);
	expect(await someone.field(words.seen).inputValue()).toBe('Op de hoek wordt gedamd.');
	await someone.fills(words.seen, seen);
	await someone.presses(words.save);
	await someone.page.waitForURL(/veld#bewaard=/);

	options.share = 0;
	await someone.goes(`${home}/veld/postbak`);
	await someone.reads(t.allReceived);
	await someone.page.getByRole('link', { name: new RegExp(`^${t.look} ?: ${seen}`) }).click();
	await someone.page.waitForURL(/\/bron\//);
	await someone.reads(seen);
});

it('a walk is begun without a network, the app closed, and what is noted then belongs to it', async () => {
	const { api, home, trajectoryId } = await prepareTrajectory();
	const someone = await person('professional', way);
	someone.expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;
	const field = fieldTexts.nl;
	await someone.goes(`${home}/veld`);
	await keptHere(someone.page, `${home}/veld/wijkschouw`);
	await keptHere(someone.page, `${home}/veld/waarneming`);
	const context = someone.page.context();
	await context.setOffline(true);
	await someone.follows(field.beginWalk);
	await someone.fills(field.routeField, 'Het plein\nDe speeltuin');
	await someone.fills(field.residents, '2');
	await someone.presses(words.save);
	await someone.page.waitForURL(/veld#bewaard=/);
	await someone.page.close();

	const again = new Person(await context.newPage(), way);
	await again.goes(`${home}/veld`);
	await again.reads(field.walkUnderWay);
	await again.follows(words.observation);
	await again.fills(words.where, 'De hoek van het plein');
	await again.fills(words.seen, seen);
	await again.presses(words.save);
	await again.page.waitForURL(/veld#bewaard=/);
	await context.setOffline(false);
	await again.reads(t.allReceived);
	const { items } = await api.send<{ items: { id: string; kind: string }[] }>(
		'GET',
		`/trajecten/${trajectoryId}/bronnen`,
	);
	expect(items.map(({ kind }) => kind).sort()).toEqual(['observation', 'walk']);
	const noted = items.find(({ kind }) => kind === 'observation');
	await again.goes(`${home}/bron/${noted?.id ?? ''}`);
	await again.reads(field.partOfWalk);
});

it('on a first visit, without the app on the phone, it is kept and says so when the network is gone', async () => {
	const { home } = await prepareTrajectory();
	const context = await freshProfile(way, inject('address'), { serviceWorkers: 'block' });
	onTestFinished(() => context.close());
	const someone = new Person(await context.newPage(), way);
	await signIn(someone, 'professional');
	await someone.goes(`${home}/veld/waarneming`);
	await someone.fills(words.where, 'De hoek van het plein');
	await someone.fills(words.seen, seen);
	await kept(someone.page);
	await context.setOffline(true);
	await someone.presses(words.save);
	await someone.reads(t.savedWithoutApp(seen));
	await context.setOffline(false);
	await someone.page.waitForURL(/veld#bewaard=/);
	await someone.reads(t.allReceived);
});

/** Waits until what was typed lies on the device. */
async function kept(page: Page): Promise<void> {
	await page.locator('form[data-kept=yes]').waitFor();
}
