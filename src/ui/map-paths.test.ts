import { describe, expect, test } from 'vitest';
import { drawMap, type MapShape } from './map-paths.ts';

const box = (west: number, south: number, east: number, north: number): number[][] => [
	[west, south],
	[west, north],
	[east, north],
	[east, south],
	[west, south],
];
const square = (...sides: [number, number, number, number]): MapShape => ({
	type: 'Polygon',
	coordinates: [box(...sides)],
});

/** The corners of a path, from its steps. */
function corners(path: string): [number, number][] {
	const points: [number, number][] = [];
	let at: [number, number] = [0, 0];
	for (const ring of path.split('z').slice(0, -1)) {
		const numbers = [...ring.matchAll(/-?\d+/g)].map(([number]) => Number(number));
		const begin = points.length;
		for (let index = 0; index < numbers.length; index += 2) {
			at = [at[0] + numbers[index]!, at[1] + numbers[index + 1]!];
			points.push(at);
		}
		at = points[begin]!;
	}
	return points;
}

describe('drawing a map', () => {
	test('north is up, east is right, and the shapes fill the sheet', () => {
		const { width, height, paths } = drawMap([
			square(5, 52, 5.1, 52.1),
			square(5.1, 52, 5.2, 52.1),
		]);
		const [west, east] = paths.map(corners) as [[number, number][], [number, number][]];
		expect(width).toBe(1000);
		expect(Math.min(...west.map(([x]) => x))).toBe(6);
		expect(Math.max(...east.map(([x]) => x))).toBe(994);
		expect(Math.min(...west.map(([, y]) => y))).toBe(6);
		expect(Math.max(...west.map(([, y]) => y))).toBeGreaterThanOrEqual(height - 7);
	});

	test('neighbours share their border to the unit', () => {
		const [west, east] = drawMap([square(5, 52, 5.1, 52.1), square(5.1, 52, 5.2, 52.1)]).paths;
		const shared = corners(west!).filter((one) =>
			corners(east!).some((other) => `${one}` === `${other}`),
		);
		expect(shared).toHaveLength(2);
	});

	test('holes and islands are rings of the same path', () => {
		const [path] = drawMap([
			{
				type: 'MultiPolygon',
				coordinates: [
					[box(5, 52, 5.4, 52.4), box(5.1, 52.1, 5.2, 52.2).toReversed()],
					[box(5.5, 52, 5.6, 52.1)],
				],
			},
		]).paths;
		expect(path!.match(/z/g)).toHaveLength(3);
		expect(corners(path!)).toHaveLength(12);
	});

	test('what is too small to be seen takes no bytes, however many points it has', () => {
		const ring = Array.from({ length: 5000 }, (_, index) => [
			5 + 1e-6 * Math.cos((index / 2500) * -Math.PI),
			52 + 1e-6 * Math.sin((index / 2500) * -Math.PI),
		]);
		const { paths } = drawMap([
			square(4, 51, 7, 53),
			{ type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
		]);
		expect(paths[1]).toBe('');
	});

	test('no shapes are an empty sheet', () => {
		expect(drawMap([]).paths).toEqual([]);
	});
});
