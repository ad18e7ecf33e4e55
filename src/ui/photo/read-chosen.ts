import { newId } from '#kernel/id.ts';
import { sha256Of, type AttachmentKind, type ChosenPhoto } from './chosen-photo.ts';
import { largest, longestSide } from './limits.ts';

/** Why a file cannot be attached. */
export type ChoiceProblem = 'unreadable' | 'unknown_type' | 'too_large';

/**
 * Makes a chosen file ready to be sent. A photo becomes a new JPEG: upright, at most 2048 pixels, with nothing of the file
 * it came from but its pixels. A film or document stays as it is; the server takes metadata out of a film.
 */
export async function readChosen(
	file: File,
): Promise<{ photo: ChosenPhoto } | { problem: ChoiceProblem }> {
	if (file.type.startsWith('image/')) {
		// The browser says it shows drawings of lines; sizes of their own they have not, and scripts they may.
		if (file.type === 'image/svg+xml') return { problem: 'unknown_type' };
		const blob = await cleaned(file).catch(() => null);
		return blob ? { photo: await chosen('photo', blob, '') } : { problem: 'unreadable' };
	}
	const kind = fileKinds[file.type];
	if (!kind) return { problem: 'unknown_type' };
	if (file.size > largest[kind]) return { problem: 'too_large' };
	return { photo: await chosen(kind, file, file.name) };
}

const fileKinds: Record<string, AttachmentKind> = {
	'video/mp4': 'film',
	'video/quicktime': 'film',
	'application/pdf': 'file',
};

async function chosen(kind: AttachmentKind, blob: Blob, name: string): Promise<ChosenPhoto> {
	const sha256 = await sha256Of(blob);
	return { id: newId(), kind, blob, sha256, consent: '', description: '', name };
}

/** The pixels of a picture, upright and scaled, as a new JPEG. Rejects when the browser cannot read it. */
async function cleaned(file: Blob): Promise<Blob> {
	const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
	const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(picture.width * scale));
	canvas.height = Math.max(1, Math.round(picture.height * scale));
	const drawing = paperOf(canvas);
	// What was transparent becomes white, not black.
	drawing.fillStyle = 'white';
	drawing.fillRect(0, 0, canvas.width, canvas.height);
	drawing.imageSmoothingQuality = 'high';
	drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return jpegOf(canvas);
}

/** Where a canvas is drawn on. Throws when the browser gives none, for example for want of memory. */
export function paperOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
	const drawing = canvas.getContext('2d', { willReadFrequently: true });
	if (!drawing) throw new Error('No canvas.');
	return drawing;
}

/** A canvas as a JPEG, which holds nothing but its pixels. */
export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((resolve, reject) =>
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Error('No picture.'))),
			'image/jpeg',
			0.85,
		),
	);
}
