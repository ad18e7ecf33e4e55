import sharp from 'sharp';
import { expect } from 'vitest';
import { photoTexts } from '#locales/photo.ts';
import { mark } from '#server/files/jpeg.test-data.ts';
import type { Person } from './person.ts';

/** Where the “face” is: a pattern so fine that of a few coarse blocks nothing of it is left. */
const face = { left: 560, top: 360, width: 80, height: 80 };

/** A green photo with a face in the middle, and `mark` in its EXIF. */
export async function photoWithFace(): Promise<Buffer> {
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
export async function contrastOfFace(picture: Buffer): Promise<number> {
	const { channels } = await sharp(await sharp(picture).extract(face).toBuffer()).stats();
	return Math.max(...channels.map(({ stdev }) => stdev));
}

/** With the keyboard: the frame begins in the middle, where the face is. `look` is called with the brush in hand. */
export async function coverFace(
	someone: Person,
	look: () => Promise<void> = async () => {},
): Promise<void> {
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
	await look();
	await someone.presses(t.editorSave);
	await someone.page.getByRole('button', { name: t.blur, exact: true }).waitFor();
}
