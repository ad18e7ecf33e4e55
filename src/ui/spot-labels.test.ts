import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './spot-labels.ts';

const sheet = { width: 1000, height: 800 };
const text = { size: 30, beside: 25 };

it('puts a name to the right of its spot, and to the left where the sheet ends', () => {
	const [left, right] = placeLabels(
		[
			{ name: 'Het Marktplein', at: [100, 400] },
			{ name: 'De bushalte', at: [950, 100] },
		],
		sheet,
		text,
	);
	expect(left).toMatchObject({ x: 125, anchor: 'start' });
	expect(right).toMatchObject({ x: 925, anchor: 'end' });
});

it('puts it above, below, or nowhere when its neighbours are in the way', () => {
	const labels = placeLabels(
		Array.from({ length: 12 }, (_, at) => ({
			name: 'Het Marktplein',
			at: [500, 400 + at] as const,
		})),
		sheet,
		text,
	);
	const shown = labels.filter((label) => label !== null);
	expect(new Set(shown.map(({ anchor }) => anchor)).size).toBeGreaterThan(1);
	expect(labels).toContain(null);
});

it('never lets names leave the sheet or stand on one another', () => {
	const spot = fc.record({
		name: fc.string({ minLength: 1, maxLength: 40 }),
		at: fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 800 })),
	});
	fc.assert(
		fc.property(fc.array(spot, { maxLength: 15 }), (spots) => {
			const boxes = placeLabels(spots, sheet, text).flatMap((label, index) => {
				if (!label) return [];
				const width = (spots[index]?.name.length ?? 0) * 15;
				const left = { start: label.x, end: label.x - width, middle: label.x - width / 2 }[label.anchor]; // prettier-ignore
				return [{ left, right: left + width, top: label.y - 24, bottom: label.y + 7.5 }];
			});
			for (const [index, box] of boxes.entries()) {
				expect(box.left).toBeGreaterThanOrEqual(0);
				expect(box.right).toBeLessThanOrEqual(1000);
				for (const other of boxes.slice(index + 1))
					expect(
						box.left < other.right &&
							other.left < box.right &&
							box.top < other.bottom &&
							other.top < box.bottom,
					).toBe(false);
			}
		}),
	);
});
