import { expect, it } from 'vitest';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { searchTexts } from '#locales/search.ts';
import { newId } from '#kernel/id.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const ways = [...allWays(phone), ...allWays(desk).filter(([, { scripts }]) => !scripts)];

it.each(ways)(
	'what was brought in is found back as a list, on the map and as a file, %s',
	async (_name, way) => {
		const { api, home, trajectoryId } = await prepareTrajectory();
		const { id: placeId } = await api.send<{ id: string }>(
			'POST',
			`/trajecten/${trajectoryId}/plekken`,
			{
				id: newId(),
				name: 'Speeltuin',
				kind: 'playground',
				longitude: 5.93,
				latitude: 51.99,
			},
		);
		// One in which the professional's organisation takes no part is passed by.
		await api.send('POST', '/trajecten', {
			areaName: `Elders ${newId().slice(-6)}`,
			...{ areaCode: 'WK020210', startYear: 2026, endYear: 2030, goals: 'Meer groen.' },
		});
		const seen = async (body: object) =>
			api.send('POST', `/trajecten/${trajectoryId}/waarnemingen`, body);
		await seen({ placeId, place: '', seen: 'Jongeren op straat bij de glijbaan.' });
		await seen({ place: 'Markt', seen: 'Ouderen drinken koffie.' });

		const someone = await person('professional', way);
		const t = someone.words(lifeworldTexts);
		await someone.goes(`${home}/leefwereld`);
		await someone.fills(t.search, 'hangjeugd');
		await someone.presses(t.show);
		await someone.page.waitForURL(/zoek=hangjeugd/);
		await someone.reads('Jongeren op straat bij de glijbaan.');
		expect(await someone.page.getByText('Ouderen drinken koffie.').count()).toBe(0);
		await someone.sees(t.title);

		await someone.follows(t.asMap);
		await someone.page.waitForURL(/beeld=kaart/);
		await someone.reads(t.onMap('1'));
		await someone.sees(t.title);
		for (const [format, type] of [
			['csv', 'text/csv'],
			['geojson', 'application/geo+json'],
		] as const) {
			const link = someone.page.getByRole('link', { name: t.downloadAs(format.toUpperCase()) });
			const answer = await someone.page.request.get((await link.getAttribute('href'))!);
			expect(answer.headers()['content-type']).toContain(type);
			const text = await answer.text();
			expect(text).toContain('glijbaan');
			expect(text).not.toContain('koffie');
		}

		// The words are marked, the newest can be put first, and the whole municipality can be looked through.
		const f = someone.words(searchTexts);
		await someone.goes(`${home}/leefwereld?zoek=glijbanen`);
		expect(await someone.page.locator('mark').allTextContents()).toEqual(['glijbaan']);
		await someone.follows(f.newest);
		await someone.page.waitForURL(/volgorde=nieuwste/);
		await someone.reads('Jongeren op straat bij de glijbaan.');
		await someone.follows(f.elsewhere);
		await someone.page.waitForURL(/\/zoeken\?zoek=glijbanen/);
		await someone.reads('Jongeren op straat bij de glijbaan.');
		await someone.sees(f.titleFound('glijbanen'));
		await someone.goes(home.split('/').slice(0, 2).join('/'));
		await someone.fills(f.title, 'xylofoon');
		await someone.presses(f.search);
		await someone.reads(f.nothingText);
		await someone.sees(f.titleFound('xylofoon'));

		await someone.goes(`${home}/leefwereld?zoek=xylofoon`);
		await someone.reads(t.nothingFoundText);
	},
);
