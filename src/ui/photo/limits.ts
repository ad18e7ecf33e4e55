import type { AttachmentKind } from './chosen-photo.ts';

const MiB = 1024 * 1024;

/** The most bytes of what is sent, by kind. A photo is made smaller on the device first; without JavaScript it is not. */
export const largest: Record<AttachmentKind, number> = {
	photo: 25 * MiB,
	drawing: 25 * MiB,
	film: 100 * MiB,
	file: 25 * MiB,
};

/** The longest side of a photo as it is kept, in pixels. */
export const longestSide = 2048;

/** The most pixels of a picture that is read: more is a mistake, or meant to exhaust memory. */
export const mostPixels = 60_000_000;

/** The most photos and files of one piece of evidence. */
export const mostOfOne = 20;

/** The most photos and files that one person may have announced and not finished. */
export const mostComing = 200;

/** Bytes of one piece of an upload. */
export const pieceSize = 256 * 1024;

/** What a file field offers to choose. */
export const acceptedFiles =
	'image/jpeg,image/png,image/webp,image/avif,image/gif,video/mp4,video/quicktime,application/pdf';
