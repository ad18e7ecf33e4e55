import { describe, expect, it, test } from 'vitest';
import { dutchReadability, dutchSyllables } from './readability.ts';

describe('syllables of Dutch words', () => {
	// Counted by hand.
	test.each([
		['plein', 1],
		['buurt', 1],
		['wonen', 2],
		['ouderen', 3],
		['bewoners', 3],
		['mooie', 2],
		['nieuws', 1],
		['eeuwen', 2],
		['ideeën', 3],
		['gemeenteraad', 4],
		['vrijwilligers', 4],
		['samenlevingsopbouw', 6],
		['tv', 1],
		['2024', 1],
	])('%s has %i', (word, count) => expect(dutchSyllables(word)).toBe(count));
});

describe('the Flesch-Douma formula', () => {
	it('is what comes out by hand', () => {
		// 8 words in 2 sentences, 10 syllables.
		const { ease, sentenceLength, longestSentence } = dutchReadability(
			'Het plein is leeg. Daar speelt geen kinderclub.',
		);
		expect(ease).toBeCloseTo(206.84 - 0.93 * 4 - 77 * (10 / 8), 5);
		expect([sentenceLength, longestSentence]).toEqual([4, 4]);
	});

	it('finds a text of an office harder than one for everyone', () => {
		const office =
			'Ten behoeve van de totstandkoming van de wijkagenda heeft een inventarisatie plaatsgevonden van de relevante risicofactoren en beschermende factoren binnen de onderscheiden leefdomeinen.';
		const plain = 'We vroegen mensen wat er speelt in de wijk. Dit zeiden ze.';
		expect(dutchReadability(office).ease).toBeLessThan(20);
		expect(dutchReadability(plain).ease).toBeGreaterThan(80);
	});

	it('says that a text without words has no measure', () => {
		expect(dutchReadability('…').ease).toBeNaN();
	});
});
