import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChoroplethMap from './ChoroplethMap.svelte';
import { MOST_LINKS, type MapPlace } from './map.ts';

/** `count` squares in rows of 60. */
function squares(count: number): MapPlace[] {
	return Array.from({ length: count }, (_, index) => {
		const [x, y] = [4 + (index % 60) / 20, 51 + Math.floor(index / 60) / 25];
		return {
			id: String(index),
			name: `Vak ${index}`,
			shape: {
				type: 'Polygon',
				coordinates: [
					[
						[x, y],
						[x, y + 0.04],
						[x + 0.05, y + 0.04],
						[x + 0.05, y],
						[x, y],
					],
				],
			},
			step: index % 6 === 5 ? null : index % 6,
			text: index % 6 === 5 ? 'niet geteld' : `${index}%`,
			href: `/vakken/${index}`,
		};
	});
}

const steps = Array.from({ length: 5 }, (_, index) => ({ label: `klasse ${index}`, count: 2 }));
const drawn = (places: MapPlace[], more: object = {}) =>
	render(ChoroplethMap, {
		props: {
			label: 'Kaart',
			places,
			steps,
			missing: [{ label: 'niet geteld', count: 1 }],
			legend: 'Dingen',
			noun: { one: 'vak', other: 'vakken' },
			...more,
		},
	}).body;

describe('a map with classes', () => {
	test('makes each place a link that says its name and its value, or why it has none', () => {
		const html = drawn(squares(12));
		expect(html.match(/<a href="\/vakken/g)).toHaveLength(12);
		expect(html).toContain('aria-label="Vak 3: 3%"');
		expect(html).toContain('aria-label="Vak 5: niet geteld"');
		expect(html).toContain('role="group"');
	});

	test('says in its legend what each colour means and how many places have it', () => {
		const text = drawn(squares(12))
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ');
		for (const { label } of steps) expect(text).toContain(`${label} 2 vakken`);
		expect(text).toContain('niet geteld 1 vak');
	});

	test('hatches what has no value, and outlines what is selected', () => {
		const html = drawn(squares(12), { selected: ['3'] });
		expect(html.match(/<pattern/g)).toHaveLength(2);
		expect(html.match(/class="outline[^"]*"/g)?.length).toBeGreaterThanOrEqual(1);
	});

	test('of more places than anybody tabs through is one picture, and stays light', () => {
		const html = drawn(squares(3340));
		expect(3340).toBeGreaterThan(MOST_LINKS);
		expect(html).toContain('role="img"');
		expect(html.match(/<a href="\/vakken\/\d+" tabindex="-1"/g)).toHaveLength(3340);
		expect(html).not.toContain('aria-label="Vak');
		// Per place: where it leads, its shape, its name and value for the mouse.
		expect(html.length / 3340).toBeLessThan(220);
	});
});
