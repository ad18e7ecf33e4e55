import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawingOf, scaleOf, type ChartPoint } from './line-chart.ts';

const point = (x: number, value: number | null, over: Partial<ChartPoint> = {}): ChartPoint => ({
	x,
	at: String(x),
	value,
	...over,
});
const line = (...points: ChartPoint[]) => ({ id: 'a', label: 'A', points });

it.each([
	[
		[12, 48],
		[0, 10, 20, 30, 40, 50],
	],
	[
		[80, 95],
		[80, 85, 90, 95],
	],
	[
		[-0.12, 0.08],
		[-0.15, -0.1, -0.05, 0, 0.05, 0.1],
	],
	[[5], [5, 6]],
	[[0], [0, 0.2]],
	[[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
])('a scale for %j runs over round numbers', (values, scale) => {
	expect(scaleOf(values)).toEqual(scale);
});

it('a scale holds every value and is never without steps', () => {
	const values = fc.array(fc.float({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
	fc.assert(
		fc.property(values, (all) => {
			const scale = scaleOf(all);
			const slack = 1e-6 * Math.max(1, ...all.map(Math.abs));
			expect(scale.length).toBeGreaterThan(1);
			expect(scale.length).toBeLessThan(12);
			expect(scale[0]!).toBeLessThanOrEqual(Math.min(...all) + slack);
			expect(scale.at(-1)!).toBeGreaterThanOrEqual(Math.max(...all) - slack);
		}),
	);
});

it('time is to scale: four years are four times as wide as one', () => {
	const { lines } = drawingOf([line(point(2012, 1), point(2016, 2), point(2017, 3))], 200);
	const [a, b, c] = lines[0]!.dots.map(({ x }) => x);
	expect((b! - a!) / (c! - b!)).toBeCloseTo(4, 1);
});

it('nothing is drawn across a missing value', () => {
	const { lines } = drawingOf([line(point(1, 5), point(2, null), point(3, 6), point(4, 7))], 200);
	expect(lines[0]!.dots).toHaveLength(3);
	expect(lines[0]!.segments).toHaveLength(1);
});

it('nothing is drawn across a break, and the break has a place of its own', () => {
	const points = [point(1, 5), point(2, 6), point(3, 9, { isBreak: true }), point(4, 9)];
	const drawing = drawingOf([line(...points)], 200);
	expect(drawing.lines[0]!.segments).toHaveLength(2);
	expect(drawing.breaks).toEqual([(34 + 66) / 2]);
});

it('a margin is a band only where every moment has one', () => {
	const known = (x: number) => point(x, 5, { lower: 4, upper: 6 });
	expect(drawingOf([line(known(1), known(2))], 200).lines[0]!.bands).toHaveLength(1);
	expect(drawingOf([line(known(1), point(2, 5))], 200).lines[0]!.bands).toEqual([]);
	expect(drawingOf([line(known(1))], 200).lines[0]!.bands[0]?.split(' ')).toHaveLength(4);
});

it('the scale holds the margins too', () => {
	const { ticksY } = drawingOf([line(point(1, 50, { lower: 40, upper: 72 }))], 200);
	expect(ticksY[0]!.value).toBeLessThanOrEqual(40);
	expect(ticksY.at(-1)!.value).toBeGreaterThanOrEqual(72);
});

it('labels of lines that end close together stand apart and within the chart', () => {
	const lines = ['a', 'b', 'c'].map((id) => ({
		id,
		label: id,
		points: [point(1, 5), point(2, 5)],
	}));
	const places = drawingOf(lines, 200).lines.map(({ end }) => end!.labelY);
	const sorted = places.toSorted((a, b) => a - b);
	expect(sorted[1]! - sorted[0]!).toBeGreaterThanOrEqual(42);
	expect(sorted[2]! - sorted[1]!).toBeGreaterThanOrEqual(42);
	expect(sorted[2]!).toBeLessThanOrEqual(200 - 21);
});

it('ten years have no more than six names, and always the last', () => {
	const points = Array.from({ length: 10 }, (_, index) => point(2016 + index, index));
	const { ticksX } = drawingOf([line(...points)], 200);
	expect(ticksX.map(({ label }) => label)).toEqual(['2017', '2019', '2021', '2023', '2025']);
});

it('a line without any value is drawn as nothing', () => {
	const drawing = drawingOf([line(point(1, null))], 200);
	expect(drawing.lines[0]).toMatchObject({ dots: [], segments: [], end: null });
});
