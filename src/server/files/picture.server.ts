import sharp, { type OutputInfo, type ResizeOptions } from 'sharp';
import { FileError } from './file-error.ts';

/** The sizes in which a picture is kept: the longest side at most so many pixels. */
export const pictureSizes = [320, 1280, 2048] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** The most pixels of a picture that is read: more is a mistake, or meant to exhaust memory. */
const mostPixels = 60_000_000;

const quality: Record<PictureSize, number> = { 320: 72, 1280: 78, 2048: 82 };

// Of all that libvips can read, only what a photo can be: no SVG, PDF, TIFF, nor anything that reads other files.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: [
		'VipsForeignLoadJpegBuffer',
		'VipsForeignLoadPngBuffer',
		'VipsForeignLoadWebpBuffer',
		'VipsForeignLoadNsgifBuffer',
		'VipsForeignLoadHeifBuffer',
	],
});
sharp.cache(false);
sharp.concurrency(1);

/** A picture as it is kept: made anew from its pixels, upright, without anything else that was in the file. */
export interface Picture {
	/** Of the largest. */
	width: number;
	height: number;
	/** WebP, by size. */
	sizes: Record<PictureSize, Buffer>;
}

/**
 * Makes a picture anew in every size. Nothing of the file is taken over but the pixels: no EXIF, GPS, XMP, IPTC,
 * thumbnails, comments, nor what stood behind the picture. Throws a `FileError` when it cannot be read whole, is not what
 * its first bytes say (`type`), or has more pixels than may be.
 */
export async function remakePicture(file: Uint8Array, type: string): Promise<Picture> {
	return inTurn(async () => {
		const upright = await pixelsOf(file, type);
		const made = await Promise.all(pictureSizes.map((size) => sized(upright, size)));
		const largest = made.at(-1)?.info;
		return {
			width: largest?.width ?? 0,
			height: largest?.height ?? 0,
			sizes: Object.fromEntries(
				made.map(({ data }, at) => [pictureSizes[at], data]),
			) as Picture['sizes'],
		};
	});
}

interface Pixels {
	data: Buffer;
	info: OutputInfo;
}

/** The bare pixels, upright, in sRGB, no larger than is kept. */
async function pixelsOf(file: Uint8Array, type: string): Promise<Pixels> {
	const input = sharp(file, {
		failOn: 'error',
		limitInputPixels: mostPixels,
		sequentialRead: true,
	});
	try {
		const { format, compression } = await input.metadata();
		const isAvif = format === 'heif' && compression === 'av1';
		if ((isAvif ? 'avif' : format) !== type) throw new FileError('unreadable');
		return await input
			.rotate()
			.resize(largestBox())
			.flatten({ background: 'white' })
			.toColourspace('srgb')
			.raw()
			.toBuffer({ resolveWithObject: true });
	} catch (error) {
		if (error instanceof FileError) throw error;
		const isTooLarge = /pixel limit/i.test(String((error as Error).message));
		throw new FileError(isTooLarge ? 'too_many_pixels' : 'unreadable', error);
	}
}

function largestBox(): ResizeOptions {
	return box(2048);
}

function box(size: PictureSize): ResizeOptions {
	return { width: size, height: size, fit: 'inside', withoutEnlargement: true };
}

function sized({ data, info }: Pixels, size: PictureSize): Promise<Pixels> {
	const { width, height, channels } = info;
	return sharp(data, { raw: { width, height, channels } })
		.resize(box(size))
		.webp({ quality: quality[size], effort: 3 })
		.toBuffer({ resolveWithObject: true });
}

/** One at a time: a picture of 60 million pixels takes 180 MB as long as it is worked on. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const mine = last.then(work);
	last = mine.catch(() => {});
	return mine;
}
