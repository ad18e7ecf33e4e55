import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, inject, it } from 'vitest';
import { fieldTexts } from '#locales/field.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import { photoTexts } from '#locales/photo.ts';
import { mark } from '#server/files/jpeg.test-data.ts';
import { isReceived } from './support/in-field.ts';
import { keptHere } from './support/kept-here.ts';
import { contrastOfFace, coverFace, photoWithFace } from './support/photo-with-face.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, phone, type Way } from './support/way.ts';

const withScripts = allWays(phone).filter(([, way]) => way.scripts);
const withoutScripts = allWays(phone).filter(([, way]) => !way.scripts);
const shown = 'Bankjes onder de bomen.';

interface Attachment {
	id: string;
	state: string;
	description: string;
	consent: string;
}

/** Somebody with the form for a photo kept on the phone. */
async function withTheForm(prepared: Prepared, way: Way): Promise<Person> {
	const someone = await person('professional', way);
	someone.expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;
	const form = `${prepared.home}/veld/foto`;
	await someone.goes(form);
	for (const page of [form, `${prepared.home}/veld/postbak`]) await keptHere(someone.page, page);
	return someone;
}

async function choose(someone: Person, name: string, buffer: Buffer): Promise<void> {
	const field = someone.page.locator('[data-photos] input[type=file]');
	await field.waitFor({ state: 'attached' });
	await field.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
	const t = someone.words(photoTexts);
	await someone.page.getByRole('button', { name: t.blur, exact: true }).waitFor();
}

/** Answers what is asked about the photo and about what it shows. */
async function tells(someone: Person): Promise<void> {
	const t = someone.words(photoTexts);
	const f = someone.words(fieldTexts);
	await someone.ticks(t.consent, t.consents.unrecognisable);
	// Asked of the photo itself, for who cannot see it, and in the form, for everyone.
	await someone.page.locator('[data-photos] input:not([type])').fill('Drie bankjes');
	await someone.page.locator('textarea[name=seen]').fill(shown);
	await someone.fills(f.wherePhoto, 'Het plein');
}

/** The one photo of the one source, from the server. */
async function photoOf({ api, trajectoryId, home }: Prepared, page: Page) {
	const { items } = await api.send<{ items: { id: string }[] }>('GET', `/trajecten/${trajectoryId}/bronnen`); // prettier-ignore
	expect(items).toHaveLength(1);
	const source = items[0]?.id ?? '';
	const found = await api.send<{ items: Attachment[] }>('GET', `/bronnen/${source}/bijlagen`);
	expect(found.items.map(({ state }) => state)).toEqual(['stored']);
	const [attachment] = found.items;
	await page.goto(`${home}/bron/${source}`);
	const picture = page.getByRole('img', { name: attachment?.description ?? '' });
	const place = (await picture.getAttribute('src'))?.replace(/320$/, '2048') ?? '';
	return { attachment, bytes: await (await page.request.get(place)).body() };
}

it.each(withScripts)(
	'a photo is chosen, covered and saved without a network, and arrives as it was covered, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const someone = await withTheForm(prepared, way);
		const o = someone.words(offlineTexts);
		const context = someone.page.context();
		await context.setOffline(true);
		await someone.goes(`${prepared.home}/veld/foto`);
		const photo = await photoWithFace();
		expect(await contrastOfFace(photo)).toBeGreaterThan(80);
		await choose(someone, '../geheim.jpg', photo);
		await coverFace(someone);

		// A closed app keeps the photo as it was covered, like every letter.
		await someone.page.locator('textarea[name=seen]').fill('Bank');
		await someone.page.locator('form[data-kept=yes]').waitFor();
		await someone.page.reload();
		await someone.reads(o.restored);
		await someone.page.getByRole('button', { name: someone.words(photoTexts).blur }).waitFor();

		await someone.presses(someone.words(lifeworldTexts).save);
		await someone.page.getByRole('alert').filter({ hasText: o.noConsent }).waitFor();
		await tells(someone);
		await someone.presses(someone.words(lifeworldTexts).save);
		await someone.page.waitForURL(/veld#bewaard=/);
		await someone.reads(o.saved(shown));
		await someone.goes(`${prepared.home}/veld/postbak`);
		await someone.reads(o.waitingCount(1));
		await someone.reads(new RegExp(o.photos(1)));
		await context.setOffline(false);
		await someone.reads(o.allReceived);

		const { attachment, bytes } = await photoOf(prepared, someone.page);
		expect(attachment).toMatchObject({ description: 'Drie bankjes', consent: 'unrecognisable' });
		expect(await contrastOfFace(bytes)).toBeLessThan(20);
		expect(bytes.toString('latin1')).not.toMatch(new RegExp(`${mark}|Exif|EXIF|XMP`));
	},
);

/** A photo that compresses badly: larger than the room that is left. */
async function largePhoto(): Promise<Buffer> {
	const [width, height] = [2048, 1536];
	const pixels = randomBytes(width * height * 3);
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg({ quality: 90 })
		.toBuffer();
}

/** Makes the phone so small, before the first page of the field: a browser looks how much room there is, and remembers it. */
async function leaveRoom(page: Page, bytes: number): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(inject('address'));
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Fills the phone with something else, but for one and a half megabyte: words still fit, a large photo does not. */
async function fillPhone(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(inject('address'));
	const { usage, quota } = await devtools.send('Storage.getUsageAndQuota', { origin });
	const pieces = Math.floor((quota - usage - 1_500_000) / 500_000);
	expect(pieces).toBeGreaterThan(0);
	await page.evaluate(async (count) => {
		const open = indexedDB.open('vol');
		open.onupgradeneeded = () => open.result.createObjectStore('bytes', { autoIncrement: true });
		await new Promise((resolve) => (open.onsuccess = resolve));
		const bytes = new Uint8Array(500_000);
		for (let at = 0; at < bytes.length; at += 50_000)
			crypto.getRandomValues(bytes.subarray(at, at + 50_000));
		for (let piece = 0; piece < count; piece += 1) {
			const adding = open.result.transaction('bytes', 'readwrite');
			adding.objectStore('bytes').add(new Blob([bytes]));
			await new Promise((resolve) => (adding.oncomplete = adding.onabort = resolve));
		}
		open.result.close();
	}, pieces);
}

/** Takes that away again. */
async function emptyPhone(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const removing = indexedDB.deleteDatabase('vol');
		await new Promise((resolve) => (removing.onsuccess = resolve));
	});
	await leaveRoom(page, 100_000_000);
}

it.each(withScripts)(
	'on a phone that is nearly full the text goes first and the photo stays on the screen, until there is room, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const someone = await person('professional', way);
		await leaveRoom(someone.page, 12_000_000);
		const o = someone.words(offlineTexts);
		const { save } = someone.words(lifeworldTexts);
		const form = `${prepared.home}/veld/foto`;
		await someone.goes(form);
		await keptHere(someone.page, form);
		await fillPhone(someone.page);
		await choose(someone, 'groot.jpg', await largePhoto());
		const noPhoto = someone.page.getByRole('alert').filter({ hasText: o.noRoomForPhotos(1) });
		await noPhoto.waitFor();
		await tells(someone);

		// The words are with the municipality; the photo is here, and only here.
		await someone.presses(save);
		const { api, trajectoryId } = prepared;
		const total = async () =>
			(await api.send<{ total: number }>('GET', `/trajecten/${trajectoryId}/bronnen`)).total;
		await expect.poll(total, { timeout: 30_000 }).toBe(1);
		await someone.reads(o.allReceived);
		await noPhoto.waitFor();
		expect(new URL(someone.page.url()).pathname).toMatch(/veld\/foto$/);

		// Room for the photo: it goes after its words.
		await emptyPhone(someone.page);
		await expect
			.poll(
				async () => {
					const again = someone.page.getByRole('button', { name: o.keepPhotosAgain });
					if (await again.isVisible()) await again.click();
					return new URL(someone.page.url()).hash;
				},
				{ timeout: 30_000, interval: 1000 },
			)
			.toMatch(/^#bewaard=/);
		await isReceived(someone);
		const { attachment } = await photoOf(prepared, someone.page);
		expect(attachment).toMatchObject({ description: 'Drie bankjes', consent: 'unrecognisable' });
	},
);

it.each(withoutScripts)(
	'without scripts the words go first, and the photo is asked for next, %s',
	async (_name, way) => {
		const { home } = await prepareTrajectory();
		const someone = await person('professional', way);
		const f = someone.words(fieldTexts);
		await someone.goes(`${home}/veld/foto`);
		await someone.sees(f.newPhoto);
		await someone.reads(f.photoAfterwards);
		await someone.fills(f.onPhoto, shown);
		await someone.fills(f.wherePhoto, 'Het plein');
		await someone.presses(someone.words(lifeworldTexts).save);
		await someone.sees(someone.words(photoTexts).addTitle);
	},
);
