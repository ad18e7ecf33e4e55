import { describe, expect, test } from 'vitest';
import { degreesOfRd, isRd } from './rd.ts';

/** How far two positions lie apart, in metres. */
function metres([x1, y1]: number[], [x2, y2]: number[]): number {
	return Math.hypot((x1! - x2!) * 68_400, (y1! - y2!) * 111_200);
}

describe('the Dutch grid', () => {
	// Published in the article that the method comes from.
	test.each([
		['Amersfoort, Onze Lieve Vrouwetoren', 155_000, 463_000, 5.38720621, 52.1551744],
		['Amsterdam, Westertoren', 120_700.723, 487_525.501, 4.88352559, 52.37453253],
		['Groningen, Martinitoren', 233_883.131, 582_065.167, 6.56820053, 53.21938317],
	])('%s lies where it is, to half a metre', (_name, x, y, longitude, latitude) => {
		expect(metres(degreesOfRd(x, y), [longitude, latitude])).toBeLessThan(0.5);
	});

	test('degrees are no metres', () => {
		expect(isRd(5.9, 51.98)).toBe(false);
		expect(isRd(190_000, 444_000)).toBe(true);
	});
});
