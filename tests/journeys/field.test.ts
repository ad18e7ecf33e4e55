import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import guideFile from '#content/guides.json' with { type: 'json' };
import sectorFile from '#content/sectors.json' with { type: 'json' };
import { evidenceTexts } from '#locales/evidence.ts';
import { fieldTexts } from '#locales/field.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { isReceived, savesInField } from './support/in-field.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, phone } from './support/way.ts';

/** A public place, some metres from where the phone says that it is. */
const playground = {
	name: 'De speeltuin',
	kind: 'playground',
	longitude: 5.9302,
	latitude: 51.9901,
};
const here = { longitude: 5.93025, latitude: 51.99015 };

const { who, busy, mood } = guideFile.observation;
const named = (things: readonly { id: string; name: Both }[], id: string): Both => {
	const found = things.find((thing) => thing.id === id);
	if (!found) throw new Error(`The content has changed: ${id} is no longer there.`);
	return found.name;
};
interface Both {
	nl: string;
	en: string;
}

/** Puts a place on the list by the page for that, as somebody does once; gives its id. */
async function putsOnList(someone: Person, home: string): Promise<string> {
	const t = someone.words(fieldTexts);
	await someone.goes(`${home}/veld/plekken`);
	await someone.sees(t.placesTitle);
	await someone.reads(t.noPlaces);
	await someone.fills(t.placeName, playground.name);
	const kind = named(guideFile.observation.places, playground.kind);
	await someone.selects(t.placeKind, someone.words(kind));
	await someone.fills(t.longitude, String(playground.longitude).replace('.', ','));
	await someone.fills(t.latitude, String(playground.latitude).replace('.', ','));
	await someone.presses(t.savePlace);
	await someone.reads(t.placeAdded);
	const link = someone.page.getByRole('link', { name: playground.name }).first();
	return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

/** A thumb: it counts what it does, and meets nothing that is too small for it. */
class Thumb {
	done = 0;

	async taps(target: Locator): Promise<void> {
		const box = await target.boundingBox();
		expect(box?.height ?? 0, String(target)).toBeGreaterThanOrEqual(48);
		await target.click();
		this.done += 1;
	}

	async types(field: Locator, text: string): Promise<void> {
		await field.fill(text);
		this.done += 1;
	}
}

/** The chip, or the big link, that somebody taps. */
const chip = (someone: Person, words: string) =>
	someone.page.locator('label').filter({ hasText: words }).filter({ visible: true }).first();

interface Source {
	id: string;
	kind: string;
	walkId: string | null;
	happenedAt: string;
	placeId: string | null;
	details: Record<string, unknown>;
}

/** Everything that was brought in, the newest first. */
async function sourcesOf({ api, trajectoryId }: Prepared): Promise<Source[]> {
	const { items } = await api.send<{ items: { id: string }[] }>(
		'GET',
		`/trajecten/${trajectoryId}/bronnen`,
	);
	return Promise.all(items.map(({ id }) => api.send<Source>('GET', `/bronnen/${id}`)));
}

it.each(allWays(phone))(
	'an observation takes half a minute: five taps and one sentence, the rest is filled in, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const { home } = prepared;
		const someone = await person('professional', way);
		const placeId = await putsOnList(someone, home);
		const context = someone.page.context();
		await context.grantPermissions(['geolocation']);
		await context.setGeolocation(here);
		const t = someone.words(fieldTexts);
		const words = someone.words(lifeworldTexts);
		const thumb = new Thumb();

		await someone.goes(`${home}/veld`);
		await someone.sees(t.whatToNote);
		const begun = Date.now();
		await thumb.taps(
			someone.page.locator('[data-field-choices] a').filter({ hasText: words.observation }),
		);
		await someone.page.getByRole('heading', { level: 1, name: words.addObservation }).waitFor();
		// By position where the phone can tell, else by the list.
		if (way.scripts) {
			await thumb.taps(someone.page.getByRole('button', { name: t.findNear }));
			await someone.reads(new RegExp(`^${playground.name}, \\d+ `));
		} else await thumb.taps(chip(someone, playground.name));
		expect(await someone.choice(words.where, playground.name).isChecked()).toBe(true);
		await thumb.taps(chip(someone, someone.words(named(who, 'children'))));
		await thumb.taps(chip(someone, someone.words(named(busy, 'busy'))));
		await thumb.types(someone.field(words.seen), 'Kinderen klimmen, ouders kijken toe.');
		await thumb.taps(someone.page.getByRole('button', { name: words.save, exact: true }));
		await isReceived(someone);
		const passed = Date.now() - begun;
		expect(thumb.done).toBeLessThanOrEqual(6);

		const [source, ...others] = await sourcesOf(prepared);
		expect(others).toEqual([]);
		expect(source?.placeId).toBe(placeId);
		expect(source?.details).toMatchObject({ who: ['children'], busy: 'busy' });
		// The moment was filled in, to the minute; where somebody stood is nowhere.
		expect(Math.abs(Date.parse(source?.happenedAt ?? '') - begun)).toBeLessThan(120_000);
		expect(JSON.stringify(source)).not.toMatch(/5\.93025|51\.99015/);
		expect(passed).toBeLessThan(30_000);
	},
);

it.each(allWays(phone))(
	'a walk with residents has its route, who came along by role, and what was seen on the way, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const { home, api, trajectoryId } = prepared;
		await api.send('POST', `/trajecten/${trajectoryId}/plekken`, playground);
		const someone = await person('professional', way);
		const t = someone.words(fieldTexts);
		const words = someone.words(lifeworldTexts);
		await someone.goes(`${home}/veld`);
		await someone.follows(t.beginWalk);
		await someone.sees(t.newWalk);
		const route = someone.field(t.routeField);
		if (way.scripts) {
			await someone.page.locator('form[data-kept]').or(route).first().waitFor();
			await someone.presses(playground.name);
			await expect.poll(() => route.inputValue()).toBe(playground.name);
		}
		await someone.fills(t.routeField, `${playground.name}\nDe hoek bij de winkels`);
		await someone.fills(t.residents, '4');
		await someone.fills(someone.words(sectorName('welfare')), '1');
		await someone.fills(t.attentionField, 'Waar mensen elkaar tegenkomen.');
		// What says that it was kept is the walk itself, which is under way now.
		if (way.scripts) await savesInField(someone);
		else await someone.presses(words.save);
		await someone.reads(t.walkUnderWay);

		await notesOnWalk(someone, async () => {
			await someone.ticks(words.where, playground.name);
			await someone.fills(words.seen, 'Ouders zitten op de rand.');
		});
		await someone.reads(t.walkUnderWay);
		await notesOnWalk(someone, () => someone.fills(t.placeInWords, 'De hoek bij de winkels'));
		await someone.follows(t.endWalk);
		await expect.poll(() => someone.page.getByText(t.walkUnderWay).isVisible()).toBe(false);

		await someone.goes(`${home}/leefwereld`);
		await someone.follows('Waar mensen elkaar tegenkomen.');
		await someone.sees('Waar mensen elkaar tegenkomen.');
		await someone.reads(`${playground.name} → De hoek bij de winkels`);
		await someone.reads(
			`${t.companion(someone.words(sectorName('welfare')), 1)}, ${t.companion(t.residents, 4)}`,
		);
		const seen = someone.page.locator('h2', { hasText: t.seenOnWalk }).locator('+ ol li a');
		await expect.poll(() => seen.allInnerTexts()).toEqual(['Ouders zitten op de rand.', 'De hoek bij de winkels']); // prettier-ignore
		const sources = await sourcesOf(prepared);
		const [walk] = sources.filter(({ kind }) => kind === 'walk');
		expect(sources.filter(({ walkId }) => walkId === walk?.id)).toHaveLength(2);
	},
);

const sectorName = (id: string) => named(sectorFile.sectors, id);

/** From the choices in the street, with a walk under way: an observation with its busyness and what `fill` adds. */
async function notesOnWalk(someone: Person, fill: () => Promise<void>): Promise<void> {
	const words = someone.words(lifeworldTexts);
	await someone.follows(words.observation);
	await someone.page.getByRole('heading', { level: 1, name: words.addObservation }).waitFor();
	await fill();
	await someone.ticks(words.busy, someone.words(named(busy, 'quiet')));
	await savesInField(someone);
}

/** Two Tuesdays in the morning, a Saturday in the evening. */
const visits = [
	{ on: '7-5-2024', at: '10:30', busy: 'busy', mood: 'pleasant' },
	{ on: '14-5-2024', at: '11:00', busy: 'busy', mood: 'neutral' },
	{ on: '11-5-2024', at: '20:15', busy: 'quiet', mood: 'pleasant' },
] as const;

it.each(allWays(phone))(
	'of a place that was visited more than once stands how it is through the week, %s',
	async (_name, way) => {
		const { home, api, trajectoryId } = await prepareTrajectory();
		const { id } = await api.send('POST', `/trajecten/${trajectoryId}/plekken`, playground);
		const someone = await person('professional', way);
		const t = someone.words(fieldTexts);
		const words = someone.words(lifeworldTexts);
		const moment = someone.words(evidenceTexts);
		for (const visit of visits) {
			await someone.goes(`${home}/veld/plekken/${id}`);
			await someone.follows(t.observeHere);
			await someone.page.getByRole('heading', { level: 1, name: words.addObservation }).waitFor();
			expect(await someone.choice(words.where, playground.name).isChecked()).toBe(true);
			await someone.ticks(words.busy, someone.words(named(busy, visit.busy)));
			await someone.ticks(words.mood, someone.words(named(mood, visit.mood)));
			await someone.opens(words.more);
			await someone.fills(moment.happenedOn, visit.on);
			await someone.fills(moment.happenedTime, visit.at);
			await savesInField(someone);
		}
		await someone.goes(`${home}/veld/plekken`);
		await someone.follows(playground.name);
		await someone.sees(playground.name);
		// On a slow line the page of a moment ago comes first; whoever loads it again has the newest.
		const shown = someone.page.getByText(t.pictureLead(3));
		for (let again = 0; again < 5 && !(await shown.isVisible()); again++)
			await someone.page.reload();
		await someone.reads(t.pictureLead(3));
		const picture = someone.page.getByRole('img', { name: t.pictureTitle });
		const cells = (await picture.locator('title').allTextContents()).filter(
			(cell) => !/ 0 /.test(cell),
		);
		const names = {
			busy: someone.words(named(busy, 'busy')),
			quiet: someone.words(named(busy, 'quiet')),
		};
		expect(cells).toEqual([
			t.cell(dayAndPart(someone, 2, 'morning'), 2, `${names.busy.toLowerCase()} 2×`),
			t.cell(dayAndPart(someone, 6, 'evening'), 1, `${names.quiet.toLowerCase()} 1×`),
		]);
		await someone.opens(t.pictureTable);
		const table = someone.page.getByRole('table', { name: t.pictureTitle });
		expect(await table.locator('tbody tr').count()).toBe(2);
		await expect
			.poll(async () => (await table.locator('tbody tr').first().innerText()).replace(/\s+/g, ' '))
			.toContain(`${someone.words(named(mood, 'neutral')).toLowerCase()} 1×`);
		await someone.reads(t.latest);
	},
);

/** A cell of the picture in words; days are counted from Monday. */
function dayAndPart(someone: Person, day: number, part: 'morning' | 'evening'): string {
	const weekday = new Intl.DateTimeFormat(someone.way.language, {
		weekday: 'long',
		timeZone: 'UTC',
	});
	return `${weekday.format(Date.UTC(2024, 0, day))} ${someone.words(fieldTexts).dayParts[part]}`;
}
