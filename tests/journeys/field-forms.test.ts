import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import { keptHere } from './support/kept-here.ts';
import { person, Person } from './support/person.ts';
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

/** Waits until what was typed lies on the device. */
async function kept(page: Page): Promise<void> {
	await page.locator('form[data-kept=yes]').waitFor();
}
