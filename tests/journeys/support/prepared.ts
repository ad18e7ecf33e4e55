import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { accountTexts } from '#locales/accounts.ts';
import { startWith } from '#tests/support/api-chain.ts';
import { apiClient, type ApiClient } from '#tests/support/api-client.ts';
import { freshProfile } from './browser.ts';
import { Person, signIn } from './person.ts';
import { desk, type Way } from './way.ts';

/** A trajectory that was there before the journey began, and nobody else's. */
export interface Prepared {
	trajectoryId: string;
	/** The path of its home page. */
	home: string;
	/** A program that works for the process manager. */
	api: ApiClient;
}

/** Starts a trajectory in which the organisation of the professional takes part. */
export async function prepareTrajectory(): Promise<Prepared> {
	token ??= makeToken();
	const api = apiClient(inject('address'), await token);
	const area = `Plein ${randomBytes(3).toString('hex')}`;
	const { id, areaSlug, startYear } = await startWith(api, area, 'Welzijnsorganisatie');
	return { trajectoryId: id, home: `/arnhem/${areaSlug}/${startYear}`, api };
}

let token: Promise<string> | undefined;

/** A token as people get one: on the page of their account. */
async function makeToken(): Promise<string> {
	const way: Way = { language: 'nl', scripts: true, width: desk };
	const context = await freshProfile(way);
	const manager = new Person(await context.newPage(), way);
	const t = manager.words(accountTexts).account;
	await signIn(manager, 'process_manager');
	await manager.goes('/account');
	await manager.fills(t.label, 'Proef');
	await manager.presses(t.make);
	const made = await manager.page.locator('code').innerText();
	await context.close();
	return made;
}
