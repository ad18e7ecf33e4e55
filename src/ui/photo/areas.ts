/** A part of a picture, in pixels of the picture. */
export interface PictureArea {
	x: number;
	y: number;
	width: number;
	height: number;
}

/**
 * How many blocks an area is made of at most in each direction. Of a face that fills the area nobody can tell whose it is
 * by 6 × 6 blocks with the values rounded off; more blocks can be matched with a photo of the same person (McPherson,
 * Shokri and Shmatikov, “Defeating Image Obfuscation with Deep Learning”, 2016).
 */
const mostBlocks = 6;
/** Colours are rounded to so many steps, so that no block gives an exact mean away. */
const colourStep = 32;

/** Keeps an area within a picture, on whole pixels; null when nothing of it is left. */
export function within(area: PictureArea, width: number, height: number): PictureArea | null {
	const left = Math.max(0, Math.floor(area.x));
	const top = Math.max(0, Math.floor(area.y));
	const right = Math.min(width, Math.ceil(area.x + area.width));
	const bottom = Math.min(height, Math.ceil(area.y + area.height));
	if (right <= left || bottom <= top) return null;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Replaces the pixels of an area by a few coarse blocks. `pixels` are those of the area, four bytes each, row by row; they
 * are written over: what was there is gone.
 */
export function coarsen(pixels: Uint8ClampedArray, width: number, height: number): void {
	const block = Math.max(8, Math.ceil(Math.max(width, height) / mostBlocks));
	for (let top = 0; top < height; top += block)
		for (let left = 0; left < width; left += block) {
			const right = Math.min(width, left + block);
			const bottom = Math.min(height, top + block);
			fill(pixels, width, { left, top, right, bottom });
		}
}

interface Block {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function fill(pixels: Uint8ClampedArray, width: number, { left, top, right, bottom }: Block): void {
	const sum = [0, 0, 0];
	for (let y = top; y < bottom; y += 1)
		for (let x = left; x < right; x += 1)
			for (const colour of [0, 1, 2])
				sum[colour] = (sum[colour] ?? 0) + (pixels[(y * width + x) * 4 + colour] ?? 0);
	const count = (right - left) * (bottom - top);
	const mean = sum.map((total) => Math.round(total / count / colourStep) * colourStep);
	for (let y = top; y < bottom; y += 1)
		for (let x = left; x < right; x += 1) {
			for (const colour of [0, 1, 2]) pixels[(y * width + x) * 4 + colour] = mean[colour] ?? 0;
			pixels[(y * width + x) * 4 + 3] = 255;
		}
}
