import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMap } from './map-paths.ts';
import { degreesAt, metresBetween, partsAt, ringAround, toTenMetres } from './spot.ts';

const spot = fc.record({
	longitude: fc.double({ min: 3.4, max: 7.2, noNaN: true }),
	latitude: fc.double({ min: 50.8, max: 53.5, noNaN: true }),
});

describe('a spot on a small map', () => {
	it('is drawn by the server where a tap in the browser would find it', () => {
		fc.assert(
			fc.property(fc.array(spot, { minLength: 1, maxLength: 5 }), (spots) => {
				const drawing = drawMap([{ type: 'Polygon', coordinates: [ringAround(spots)] }]);
				for (const one of spots) {
					const [x, y] = drawing.place(one.longitude, one.latitude);
					const [across, down] = partsAt(drawing.edges, one);
					expect(across * drawing.width).toBeCloseTo(x, 0);
					expect(down * drawing.height).toBeCloseTo(y, 0);
					const tapped = degreesAt(drawing.edges, across, down);
					expect(metresBetween(tapped, one)).toBeLessThan(10);
				}
			}),
		);
	});

	it('is never kept finer than some ten metres', () => {
		expect(toTenMetres(5.93014999)).toBe(5.9301);
		expect(degreesAt({ west: 5, east: 6, north: 52, south: 51 }, 1 / 3, 0.5).longitude).toBe(
			5.3333,
		);
	});
});

it('distances are in metres', () => {
	const [tower, square] = [
		{ longitude: 5.1214, latitude: 52.0907 },
		{ longitude: 5.1214, latitude: 52.0997 },
	];
	expect(metresBetween(tower, square)).toBeCloseTo(1001.9, 0);
});
