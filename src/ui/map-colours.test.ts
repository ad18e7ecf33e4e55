import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, distance, seen, type Sight } from './colour.test-data.ts';
import { mapColours, MOST_CLASSES } from './map-colours.ts';

const theme = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const sights: Sight[] = ['all', 'protanopia', 'deuteranopia', 'tritanopia'];

function colourOf(token: string): string {
	const colour = new RegExp(`${token}: (#[0-9a-f]{6});`).exec(theme)?.[1];
	if (!colour) throw new Error(`${token} is not in theme.css`);
	return colour;
}

describe('the colours of a map', () => {
	test('few classes are spread over the whole palette', () => {
		expect(mapColours('sequential', 3)).toEqual(['--ui-map-1', '--ui-map-4', '--ui-map-7']);
		expect(mapColours('diverging', 4)).toEqual([
			'--ui-map-low-3',
			'--ui-map-low-1',
			'--ui-map-high-1',
			'--ui-map-high-3',
		]);
		expect(() => mapColours('sequential', 8)).toThrow(RangeError);
		expect(() => mapColours('diverging', 3)).toThrow(RangeError);
	});

	test.each(sights)('from little to much grows darker, in clear steps, with %s', (sight) => {
		for (let count = 2; count <= MOST_CLASSES.sequential; count += 1) {
			const colours = mapColours('sequential', count).map((token) => seen(colourOf(token), sight));
			for (const [index, colour] of colours.slice(1).entries()) {
				expect(contrast(colours[index]!, colour)).toBeGreaterThan(1.35);
				expect(luminanceOf(colour)).toBeLessThan(luminanceOf(colours[index]!));
			}
		}
	});

	test.each(sights)('all colours around a middle can be told apart, with %s', (sight) => {
		for (const count of [2, 4, 6]) {
			const colours = mapColours('diverging', count).map((token) => seen(colourOf(token), sight));
			for (const [index, colour] of colours.entries())
				for (const other of colours.slice(index + 1))
					expect(distance(colour, other)).toBeGreaterThan(0.08);
		}
	});

	test('every colour stands out against the line around it, or against the page', () => {
		const tokens = [...mapColours('sequential', 7), ...mapColours('diverging', 6)];
		const [line, page] = [seen(colourOf('--ui-ink')), seen(colourOf('--ui-surface'))];
		for (const token of tokens) {
			const colour = seen(colourOf(token));
			expect(Math.max(contrast(colour, line), contrast(colour, page))).toBeGreaterThan(3);
		}
	});
});

/** As the contrast with black counts it. */
function luminanceOf(colour: ReturnType<typeof seen>): number {
	return contrast(colour, [0, 0, 0]);
}
