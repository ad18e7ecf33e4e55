import sharp from 'sharp';
import { expect, it } from 'vitest';
import { photoTexts } from '#locales/photo.ts';
import { mark } from '#server/files/jpeg.test-data.ts';
import { newId } from '#kernel/id.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, phone, type Way } from './support/way.ts';

/** Where the “face” is: a pattern so fine that of a few coarse blocks nothing of it is left. */
const face = { left: 560, top: 360, width: 80, height: 80 };

/** A green photo with a face in the middle, and `mark` in its EXIF. */
async function photoWithFace(): Promise<Buffer> {
	const [width, height] = [1200, 800];
	const pixels = Buffer.alloc(width * height * 3);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const isFace = Math.abs(x - 600) < 50 && Math.abs(y - 400) < 50;
			const isDark = (Math.floor(x / 4) + Math.floor(y / 4)) % 2 === 0;
			const colour = isFace ? (isDark ? [0, 0, 0] : [255, 255, 255]) : [40, 160, 60];
			pixels.set(colour, (y * width + x) * 3);
		}
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.withExif({
			IFD0: { Make: mark },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 59/1 30/1' },
		})
		.jpeg({ quality: 95 })
		.toBuffer();
}

/** How much the pixels of the face differ from one another: about 100 as it was. */
async function contrastOfFace(picture: Buffer): Promise<number> {
	const { channels } = await sharp(await sharp(picture).extract(face).toBuffer()).stats();
	return Math.max(...channels.map(({ stdev }) => stdev));
}

async function observation({ api, trajectoryId }: Prepared): Promise<string> {
	const { id } = await api.send('POST', `/trajecten/${trajectoryId}/waarnemingen`, {
		place: 'Plein',
		seen: 'Kinderen spelen bij de bankjes.',
	});
	return id;
}

it.each(allWays(phone))('a photo goes with a source, %s', async (_name, way) => {
	const prepared = await prepareTrajectory();
	const id = await observation(prepared);
	const manager = await person('process_manager', way);
	const t = manager.words(photoTexts);
	await manager.goes(`${prepared.home}/bron/${id}/foto`);
	await manager.sees(t.addTitle);
	const photo = await photoWithFace();
	expect(await contrastOfFace(photo)).toBeGreaterThan(80);
	await manager.page
		.locator('input[type=file]')
		.setInputFiles({ name: '../geheim.jpg', mimeType: 'image/jpeg', buffer: photo });
	if (way.scripts) await coverFace(manager);
	else await manager.page.locator('[name=photosChecked]').check();
	await manager.ticks(t.consent, t.consents.agreed);
	await manager.fills(t.description, 'Bankjes op het plein');
	await manager.presses(t.add);
	await manager.sees(/Kinderen spelen/);
	await manager.reads(t.added);
	const stored = await look(manager, 'Bankjes op het plein');
	// Without a script nobody can cover it: there the contrast shows that the look above can tell.
	if (way.scripts) expect(await contrastOfFace(stored)).toBeLessThan(20);
	else expect(await contrastOfFace(stored)).toBeGreaterThan(80);
	await takeAway(manager, way);
});

/** With the keyboard: the frame begins in the middle, where the face is. */
async function coverFace(someone: Person): Promise<void> {
	const t = someone.words(photoTexts);
	await someone.presses(t.blur);
	const paper = someone.page.getByRole('application');
	await paper.locator('canvas[width="1200"]').waitFor();
	await expect.poll(() => paper.evaluate((it) => it === document.activeElement)).toBe(true);
	await someone.page.keyboard.press('ArrowLeft');
	await someone.page.keyboard.press('ArrowRight');
	await someone.page.keyboard.press('Enter');
	await someone.page.keyboard.press('Enter');
	await someone.reads(t.hidden(2));
	await someone.presses(t.undo);
	await someone.reads(t.hidden(1));
	await someone.sees(t.addTitle);
	await someone.presses(t.editorSave);
	await someone.page.getByRole('button', { name: t.blur, exact: true }).waitFor();
}

/** The photo as it is served: what it is, and that it is given to nobody else. */
async function look(someone: Person, description: string): Promise<Buffer> {
	const picture = someone.page.getByRole('img', { name: description });
	const place = (await picture.getAttribute('src'))?.replace(/320$/, '2048') ?? '';
	const { request } = someone.page;
	const whole = await request.get(place);
	expect(whole.headers()).toMatchObject({
		'content-type': 'image/webp',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-cache',
	});
	expect(whole.headers()['content-security-policy']).toContain('sandbox');
	const bytes = await whole.body();
	expect(bytes.toString('latin1')).not.toMatch(new RegExp(`${mark}|Exif|EXIF|XMP`));
	const part = await request.get(place, { headers: { range: 'bytes=0-9' } });
	expect([part.status(), (await part.body()).length]).toEqual([206, 10]);
	const again = await request.get(place, { headers: { 'if-none-match': whole.headers().etag ?? '' } }); // prettier-ignore
	expect(again.status()).toBe(304);
	const other = place.replace(/[0-9a-f-]{36}/, newId());
	expect((await request.get(other)).status()).toBe(404);
	const stranger = await fetch(new URL(place, someone.page.url()), { redirect: 'manual' });
	expect([303, 404]).toContain(stranger.status);
	return bytes;
}

async function takeAway(someone: Person, way: Way): Promise<void> {
	const t = someone.words(photoTexts);
	await someone.opens(t.takeAway);
	await someone.fills(t.takeAwayReason, way.language === 'nl' ? 'Niet scherp' : 'Not sharp');
	await someone.presses(t.takeAwayConfirm);
	await someone.reads(t.wasWithdrawn);
	await someone.presses(t.restore);
	await someone.reads(t.wasRestored);
	await someone.opens(t.erase);
	await someone.presses(t.eraseConfirm);
	await someone.reads(t.wasErased);
	expect(await someone.page.locator('main img').count()).toBe(0);
}
