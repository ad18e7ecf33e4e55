import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFile } from './check-file.server.ts';
import { mark, markedJpeg } from './jpeg.test-data.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'check-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;

function check(bytes: Uint8Array) {
	const location = path.join(folder, String((number += 1)));
	writeFileSync(location, bytes);
	return checkFile(location);
}

describe('a photo', () => {
	it('carries its marks when it comes, so that this test can fail', async () => {
		const photo = await markedJpeg();
		const { exif, xmp, icc, orientation } = await sharp(photo).metadata();
		expect({ orientation, icc: icc !== undefined }).toEqual({ orientation: 6, icc: true });
		expect(exif?.includes(mark)).toBe(true);
		expect(xmp?.includes(mark)).toBe(true);
		expect(photo.toString('latin1').split(mark).length).toBeGreaterThan(8);
	});

	it('is kept upright, in three sizes, with nothing of the file but its pixels', async () => {
		const { mediaType, width, height, files } = await check(await markedJpeg());
		expect({ mediaType, width, height }).toEqual({ mediaType: 'image/webp', width: 1200, height: 1600 }); // prettier-ignore
		expect(Object.keys(files)).toEqual(['320', '1280', '2048']);
		for (const bytes of Object.values(files)) {
			const text = Buffer.from(bytes).toString('latin1');
			expect(text).not.toContain(mark);
			expect(text).not.toMatch(/EXIF|Exif|XMP |xmpmeta|ICCP|GPS|Photoshop/);
			const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
			expect([exif, xmp, iptc, icc, orientation]).toEqual(new Array(5).fill(undefined));
		}
		const { data } = await sharp(files[2048]).raw().toBuffer({ resolveWithObject: true });
		// Turned a quarter: what was left is above.
		expect([data[0], data[2]].map((value) => (value ?? 0) > 128)).toEqual([true, false]);
		expect([data.at(-3), data.at(-1)].map((value) => (value ?? 0) > 128)).toEqual([false, true]);
	});

	it.each(['png', 'webp', 'gif', 'avif'] as const)('may be %s as well', async (format) => {
		const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'green' } }).toFormat(format).toBuffer(); // prettier-ignore
		expect(await check(picture)).toMatchObject({ mediaType: 'image/webp', width: 60, height: 40 });
	});

	it('with more pixels than may be is refused before it is unpacked', async () => {
		const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer(); // prettier-ignore
		expect(bomb.length).toBeLessThan(1_000_000);
		await expect(check(bomb)).rejects.toMatchObject({ problem: 'too_many_pixels' });
	});

	it('that says it is larger than it is, is cut off, or lies about its kind is refused', async () => {
		const jpeg = await markedJpeg(800, 600);
		const png = await sharp(jpeg).png().toBuffer();
		const lying = Buffer.from(png);
		lying.writeUInt32BE(65_000, 16);
		lying.writeUInt32BE(65_000, 20);
		const mixed = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), png]);
		for (const bytes of [lying, jpeg.subarray(0, jpeg.length / 3), mixed])
			await expect(check(bytes)).rejects.toMatchObject({ problem: expect.stringMatching(/unreadable|too_many_pixels/) }); // prettier-ignore
	});
});

describe('another kind of file', () => {
	it.each([
		['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
		['HTML', '<!doctype html><script>alert(1)</script>'],
		['a program', 'MZ\x90\0'],
		['an archive', 'PK\x03\x04'],
		['TIFF', 'II*\0'],
		['HEIC', '\0\0\0\x18ftypheic'],
		['nothing', ''],
	])('such as %s is not taken', async (_kind, text) => {
		const bytes = Buffer.from(text, 'latin1');
		await expect(check(bytes)).rejects.toMatchObject({ problem: 'unknown_type' });
	});

	it('such as a PDF is kept as it is, unless something follows it', async () => {
		const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
		const { mediaType, files } = await check(pdf);
		expect(mediaType).toBe('application/pdf');
		expect(Buffer.from(files.whole ?? []).equals(pdf)).toBe(true);
		const polyglot = Buffer.concat([pdf, Buffer.from('<script>alert(1)</script>')]);
		await expect(check(polyglot)).rejects.toMatchObject({ problem: 'unreadable' });
		await expect(check(pdf.subarray(0, 20))).rejects.toMatchObject({ problem: 'unreadable' });
	});
});
