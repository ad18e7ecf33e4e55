import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { Role } from '#features/accounts/role.schema.ts';
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
	const api = await programOf('process_manager');
	const area = `Plein ${randomBytes(3).toString('hex')}`;
	const { id, areaSlug, startYear } = await startWith(api, area, 'Welzijnsorganisatie');
	return { trajectoryId: id, home: `/arnhem/${areaSlug}/${startYear}`, api };
}

/** A program that works for somebody with this role. */
export async function programOf(role: Role): Promise<ApiClient> {
	let token = tokens.get(role);
	if (!token) tokens.set(role, (token = makeToken(role)));
	return apiClient(inject('address'), await token);
}

const tokens = new Map<Role, Promise<string>>();

/** A token as people get one: on the page of their account. */
async function makeToken(role: Role): Promise<string> {
	const way: Way = { language: 'nl', scripts: true, width: desk };
	const context = await freshProfile(way);
	const someone = new Person(await context.newPage(), way);
	const t = someone.words(accountTexts).account;
	await signIn(someone, role);
	await someone.goes('/account');
	await someone.fills(t.label, 'Proef');
	await someone.presses(t.make);
	const made = await someone.page.locator('code').innerText();
	await context.close();
	return made;
}
