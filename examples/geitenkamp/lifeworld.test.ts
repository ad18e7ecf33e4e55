import { describe, expect, it } from 'vitest';
import { readJson } from '#tests/support/content.ts';

type Text = Record<'nl' | 'en', string>;
interface Lifeworld {
	places: { id: string; longitude: number; latitude: number }[];
	observations: { place: string; by: string; themes: string[]; moment: { weekday: number } }[];
	conversations: { answers: Record<string, Text>; guide: string; themes: string[] }[];
	signals: { themes: string[]; steps: { kind: string }[] }[];
	passages: { words: Text; source: [string, string]; part: string }[];
}

const lifeworld = readJson('examples/geitenkamp/lifeworld.json') as Lifeworld;
const example = readJson('examples/geitenkamp/example.json') as { personas: { id: string }[] };

/** Every object that holds a text in a language, wherever it stands. */
function textsIn(value: unknown): Partial<Text>[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = 'nl' in value || 'en' in value ? [value as Partial<Text>] : [];
	return [...own, ...Object.values(value).flatMap(textsIn)];
}

describe('the made-up lived world of the example', () => {
	it('has every text in both languages, and says of itself that it is made up', () => {
		const texts = textsIn(lifeworld);
		expect(texts.length).toBeGreaterThan(100);
		expect(texts.filter(({ nl, en }) => !nl || !en)).toEqual([]);
		expect(texts).toContainEqual({ nl: 'Verzonnen voorbeeld.', en: 'Made-up example.' });
	});

	it('lies in the Geitenkamp', () => {
		for (const { longitude, latitude } of lifeworld.places) {
			expect(longitude).toBeGreaterThan(5.9337);
			expect(longitude).toBeLessThan(5.9463);
			expect(latitude).toBeGreaterThan(51.9972);
			expect(latitude).toBeLessThan(52.008);
		}
	});

	it('looked often enough at one place, at different times of the week, for a picture of it', () => {
		const square = lifeworld.observations.filter(({ place }) => place === 'marktplein');
		expect(square.length).toBeGreaterThanOrEqual(8);
		expect(new Set(square.map(({ moment }) => moment.weekday)).size).toBeGreaterThanOrEqual(5);
		expect(lifeworld.observations.length).toBeGreaterThanOrEqual(25);
	});

	it('uses the personas and places that there are', () => {
		const personas = example.personas.map(({ id }) => id);
		const places = lifeworld.places.map(({ id }) => id);
		const unknown = lifeworld.observations.filter(
			({ by, place }) => !personas.includes(by) || !places.includes(place),
		);
		expect(unknown).toEqual([]);
	});
});
