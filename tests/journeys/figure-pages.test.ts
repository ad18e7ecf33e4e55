import { expect, it } from 'vitest';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { desk } from './support/way.ts';

/** Every page of figures, below a municipality and below a trajectory. */
const ofMunicipality = [
	'gebieden',
	'gebieden/WK020210',
	'gebieden/WK020210/lijkt-op',
	'gebieden/WK020210/lijkt-op?kenmerk[]=young&kenmerk[]=older&kenmerk[]=urbanity&waar=elders',
	'gebieden/vergelijken',
	'gebieden/vergelijken?gebied=WK020210&gebied=WK020207&zoek=Klarendal',
	'gebieden/grenzen',
	'cijfers',
	'cijfers/publicaties',
	'cijfers/indicator/lonely?gebied=WK020210',
	'cijfers/indicator/residents?gebied=WK020210&waar=land&niveau=gemeenten',
	'cijfers/indicator/lonely/kaart?gebied=WK020210',
	'cijfers/importeren',
	'cijfers/ophalen',
	'cijfers/eigen',
	'cijfers/waarschuwingen',
	'cijfers/naar-schema?gebied=WK020210&reeks=1',
];
const ofTrajectory = ['cijfers', 'cijfers/waarschuwingen', 'analyse?cijfers=alle'];

it.each(['nl', 'en'] as const)(
	'every page of figures is whole and accessible on a phone and at a desk, in %s',
	{ timeout: 240_000 },
	async (language) => {
		const { home } = await prepareTrajectory();
		const manager = await person('process_manager', { language, scripts: true, width: desk });
		const pages = [
			...ofMunicipality.map((page) => `/arnhem/${page}`),
			...ofTrajectory.map((page) => `${home}/${page}`),
		];
		for (const page of pages) {
			const answer = await manager.page.goto(page);
			expect(answer?.status(), page).toBe(200);
			await manager.sees(/./);
		}
	},
);

it('an indicator that nobody knows has no page, whatever an address calls it', async () => {
	const reader = await person('reader', { language: 'nl', scripts: false, width: desk });
	reader.expected = /404/;
	const answer = await reader.page.goto('/arnhem/cijfers/indicator/Bel%200900-0000');
	expect(answer?.status()).toBe(404);
	expect(await reader.page.locator('main').innerText()).not.toContain('0900-0000');
	expect((await reader.page.goto('/arnhem/cijfers/indicator/smoker'))?.status()).toBe(200);
});
