/** Where a name stands beside its spot: its middle on the line through the spot, or above or below it. */
export interface SpotLabel {
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
}

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** How wide a letter is on average, as a part of the height of the text (measured on Source Sans, names of places). */
const letter = 0.5;

/**
 * Where names stand on a map so that each can be read: to the right of its spot, else to the left, above or below, always
 * on the sheet and never over another name or spot. Null for a name for which there is no room; the list beside the map
 * has it. Lengths are in the units of the drawing; `size` is the height of the text, `beside` how far it stays from the
 * middle of its spot. The names first in the list choose first.
 */
export function placeLabels(
	spots: readonly { name: string; at: readonly [number, number] }[],
	sheet: { width: number; height: number },
	{ size, beside }: { size: number; beside: number },
): (SpotLabel | null)[] {
	const taken: Box[] = spots.map(({ at: [x, y] }) => around(x, y, beside * 0.6));
	return spots.map(({ name, at: [x, y] }, index) => {
		const width = name.length * size * letter;
		const found = candidates(x, y, beside, size).find((label) => {
			const box = boxOf(label, width, size);
			const isOnSheet =
				box.left >= 0 && box.top >= 0 && box.right <= sheet.width && box.bottom <= sheet.height;
			return isOnSheet && taken.every((other, of) => of === index || !overlap(box, other));
		});
		if (!found) return null;
		taken.push(boxOf(found, width, size));
		return found;
	});
}

function candidates(x: number, y: number, beside: number, size: number): SpotLabel[] {
	// Text stands on its line; its middle is about a third of its height above that.
	const middle = y + size * 0.33;
	return [
		{ x: x + beside, y: middle, anchor: 'start' },
		{ x: x - beside, y: middle, anchor: 'end' },
		{ x, y: y - beside * 1.1, anchor: 'middle' },
		{ x, y: y + beside + size * 0.7, anchor: 'middle' },
	];
}

function boxOf({ x, y, anchor }: SpotLabel, width: number, size: number): Box {
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.25 };
}

function around(x: number, y: number, reach: number): Box {
	return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
