import { expect, it } from 'vitest';
import { photoTexts } from '#locales/photo.ts';
import { mark } from '#server/files/jpeg.test-data.ts';
import { newId } from '#kernel/id.ts';
import { contrastOfFace, coverFace, photoWithFace } from './support/photo-with-face.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, phone, type Way } from './support/way.ts';

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
	if (way.scripts) {
		await coverFace(manager, () => manager.sees(t.addTitle));
	} else await manager.page.locator('[name=photosChecked]').check();
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
