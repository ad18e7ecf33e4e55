/** A moment of a line. */
export interface ChartPoint {
	/** Where on the scale of time: a year, or a year and a part of it. */
	x: number;
	/** How people call that moment. */
	at: string;
	/** Null where there is no value: the line is interrupted. */
	value: number | null;
	/** The margin around the value, where it is known. */
	lower?: number | null;
	upper?: number | null;
	/** What is measured changed since the moment before: nothing is drawn across. */
	isBreak?: boolean;
}

export interface ChartLine {
	id: string;
	label: string;
	/** In order of time. */
	points: readonly ChartPoint[];
}

interface Dot {
	/** In percent of the width. */
	x: number;
	/** In pixels from the top. */
	y: number;
}

export interface DrawnLine {
	id: string;
	label: string;
	dots: Dot[];
	segments: { from: Dot; to: Dot }[];
	/** Outlines of the margin, in percent of the width and pixels from the top. */
	bands: string[];
	/** The last value, and where its label stands; null for a line without any value. */
	end: { value: number; dot: Dot; labelY: number } | null;
}

export interface Drawing {
	lines: DrawnLine[];
	ticksX: { label: string; x: number; isMinor: boolean }[];
	ticksY: { value: number; y: number }[];
	/** Halfway between the moments that a break lies between. */
	breaks: number[];
	/** Whether the scale begins at 0. */
	fromZero: boolean;
}

/** Kept free at the top and bottom, so that a dot on the edge is whole. */
const PADDING = 8;
/** As high as a label of two lines. */
const LABEL = 42;
const MOST_YEARS = 6;

/** A chart of lines over time, `height` pixels high and as wide as its place: across in percent, downwards in pixels. */
export function drawingOf(lines: readonly ChartLine[], height: number): Drawing {
	const points = lines.flatMap((line) => line.points);
	const values = points.flatMap(({ value, lower, upper }) =>
		value === null ? [] : [value, lower ?? value, upper ?? value],
	);
	const scale = scaleOf(values);
	const [low, high] = [scale[0]!, scale.at(-1)!];
	const yOf = (value: number) =>
		rounded(height - PADDING - ((value - low) / (high - low)) * (height - 2 * PADDING));
	const xs = [...new Set(points.map(({ x }) => x))].toSorted((a, b) => a - b);
	const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 0];
	const xOf = (x: number) => rounded(last === first ? 50 : 2 + (96 * (x - first)) / (last - first));
	const drawn = lines.map((line) => drawnLine(line, xOf, yOf));
	placeLabels(drawn, height);
	return {
		lines: drawn,
		ticksX: yearTicks(xs, points, xOf),
		ticksY: scale.map((value) => ({ value, y: yOf(value) })),
		breaks: breaksOf(lines, xOf),
		fromZero: low === 0,
	};
}

/**
 * Round numbers from just below the lowest to just above the highest value, 4 to 7 of them. The scale begins at 0
 * where that does not press the lines together: when the lowest value is less than half of the highest.
 */
export function scaleOf(values: readonly number[]): number[] {
	const lowest = values.length > 0 ? Math.min(...values) : 0;
	const highest = values.length > 0 ? Math.max(...values) : 1;
	const from = lowest >= 0 && lowest < highest / 2 ? 0 : lowest;
	const span = highest - from || Math.abs(highest) || 1;
	const step = roundStep(span / 4);
	const start = Math.floor(from / step + 1e-9);
	const count = Math.max(1, Math.ceil(highest / step - 1e-9) - start);
	return Array.from({ length: count + 1 }, (_, index) => cleaned((start + index) * step));
}

/** The nearest of 1, 2, 5 times a power of ten. */
function roundStep(step: number): number {
	const power = 10 ** Math.floor(Math.log10(step));
	const share = step / power;
	return power * (share < Math.SQRT2 ? 1 : share < Math.sqrt(10) ? 2 : share < Math.sqrt(50) ? 5 : 10); // prettier-ignore
}

function drawnLine(
	{ id, label, points }: ChartLine,
	xOf: (x: number) => number,
	yOf: (value: number) => number,
): DrawnLine {
	const stretches = stretchesOf(points).map((stretch) =>
		stretch.map((point) => ({ ...point, dot: { x: xOf(point.x), y: yOf(point.value) } })),
	);
	const last = stretches.at(-1)?.at(-1);
	return {
		id,
		label,
		dots: stretches.flatMap((stretch) => stretch.map(({ dot }) => dot)),
		segments: stretches.flatMap((stretch) =>
			stretch.slice(1).map(({ dot }, index) => ({ from: stretch[index]!.dot, to: dot })),
		),
		bands: stretches.map((stretch) => bandOf(stretch, yOf)).filter((band) => band !== ''),
		end: last ? { value: last.value, dot: last.dot, labelY: last.dot.y } : null,
	};
}

type Known = ChartPoint & { value: number };

/** The stretches that may be drawn as one line: interrupted where a value is missing and where there is a break. */
function stretchesOf(points: readonly ChartPoint[]): Known[][] {
	const stretches: Known[][] = [];
	let isOpen = false;
	for (const point of points) {
		if (point.isBreak) isOpen = false;
		if (point.value === null) {
			isOpen = false;
			continue;
		}
		if (!isOpen) stretches.push([]);
		isOpen = true;
		stretches.at(-1)?.push({ ...point, value: point.value });
	}
	return stretches;
}

/** The margin around a stretch; '' where a moment of it has none. */
function bandOf(
	stretch: readonly (Known & { dot: Dot })[],
	yOf: (value: number) => number,
): string {
	const edge = (side: 'lower' | 'upper') =>
		stretch.flatMap((point) => {
			const bound = point[side];
			return bound === null || bound === undefined ? [] : [`${point.dot.x},${yOf(bound)}`];
		});
	const [upper, lower] = [edge('upper'), edge('lower')];
	if (upper.length < stretch.length || lower.length < stretch.length) return '';
	if (stretch.length > 1) return [...upper, ...lower.toReversed()].join(' ');
	// A moment on its own: a narrow upright bar.
	const { x } = stretch[0]!.dot;
	const [top, bottom] = [upper[0], lower[0]].map((pair) => pair?.split(',')[1]);
	return [`${x - 1},${top}`, `${x + 1},${top}`, `${x + 1},${bottom}`, `${x - 1},${bottom}`].join(
		' ',
	);
}

function breaksOf(lines: readonly ChartLine[], xOf: (x: number) => number): number[] {
	const places = lines.flatMap(({ points }) =>
		points.flatMap(({ isBreak, x }, index) =>
			isBreak && index > 0 ? [rounded((xOf(x) + xOf(points[index - 1]!.x)) / 2)] : [],
		),
	);
	return [...new Set(places)];
}

/** Years under the chart: the last, and so many before it as have room, evenly. */
function yearTicks(
	xs: readonly number[],
	points: readonly ChartPoint[],
	xOf: (x: number) => number,
): Drawing['ticksX'] {
	const each = Math.ceil(xs.length / MOST_YEARS);
	return xs
		.map((x, index) => ({ x, fromEnd: xs.length - 1 - index }))
		.filter(({ fromEnd }) => fromEnd % each === 0)
		.map(({ x, fromEnd }) => ({
			label: points.find((point) => point.x === x)?.at ?? '',
			x: xOf(x),
			isMinor: xs.length > 3 && (fromEnd / each) % 2 === 1,
		}));
}

/** Moves the labels at the ends apart, so that none covers another, as little as possible from the top down. */
function placeLabels(lines: readonly DrawnLine[], height: number): void {
	const ends = lines.flatMap(({ end }) => (end ? [end] : [])).toSorted((a, b) => a.dot.y - b.dot.y);
	let free = LABEL / 2;
	for (const end of ends) {
		end.labelY = Math.max(end.dot.y, free);
		free = end.labelY + LABEL;
	}
	let floor = height - LABEL / 2;
	for (const end of ends.toReversed()) {
		end.labelY = rounded(Math.min(end.labelY, floor));
		floor = end.labelY - LABEL;
	}
}

function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}

/** Without what adding fractions leaves behind: 0.30000000000000004. */
function cleaned(value: number): number {
	return Number(value.toPrecision(12));
}
