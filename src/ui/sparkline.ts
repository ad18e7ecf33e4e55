type Point = readonly [x: number, y: number];

/**
 * The unbroken stretches of a series as points in a box of `width` × `height` pixels, lowest value at
 * the bottom, 3 pixels kept free on every side. A series without spread runs through the middle. Where `breaks` is true
 * what is measured changed since the value before: a new stretch begins.
 */
export function linesOf(
	values: readonly (number | null)[],
	width: number,
	height: number,
	breaks: readonly (boolean | undefined)[] = [],
): readonly (readonly Point[])[] {
	const known = values.filter((value) => value !== null);
	const low = Math.min(...known);
	const spread = Math.max(...known) - low;
	const step = values.length > 1 ? (width - 6) / (values.length - 1) : 0;
	const lines: Point[][] = [];
	let line: Point[] = [];
	values.forEach((value, index) => {
		if (value === null) {
			line = [];
			return;
		}
		if (breaks[index]) line = [];
		if (line.length === 0) lines.push(line);
		const share = spread === 0 ? 0.5 : (value - low) / spread;
		line.push([rounded(3 + index * step), rounded(height - 3 - share * (height - 6))]);
	});
	return lines;
}

function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}
