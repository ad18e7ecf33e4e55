import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotsOf, picture, placeOf } from './score-picture.ts';

it('puts 1 at the left end, 5 at the right, 3 in the middle', () => {
	expect([1, 3, 5].map(placeOf)).toEqual([12, 120, 228]);
});

it('shows every view inside the picture, none on top of another', () => {
	const view = fc.record({ score: fc.integer({ min: 1, max: 5 }), isResidents: fc.boolean() });
	fc.assert(
		fc.property(fc.array(view, { maxLength: 60 }), (views) => {
			const dots = dotsOf(views);
			expect(dots).toHaveLength(views.length);
			expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(views.length);
			for (const { y } of dots) {
				expect(y).toBeGreaterThanOrEqual(5.9);
				expect(y).toBeLessThanOrEqual(picture.base);
			}
		}),
	);
});
