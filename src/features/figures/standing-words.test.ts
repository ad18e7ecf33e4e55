import { expect, it } from 'vitest';
import { favourWords, placeWords } from './standing-words.ts';

it.each([
	[99.4, 'bij de 1% hoogste van de buurten'],
	[96, 'hoger dan in 19 van de 20 buurten'],
	[94.9, 'hoger dan in 9 van de 10 buurten'],
	[81, 'hoger dan in 8 van de 10 buurten'],
	[55, 'hoger dan in 6 van de 10 buurten'],
	[54.9, 'rond het midden van de buurten'],
	[45.2, 'rond het midden van de buurten'],
	[45, 'lager dan in 6 van de 10 buurten'],
	[19, 'lager dan in 8 van de 10 buurten'],
	[4, 'lager dan in 19 van de 20 buurten'],
	[0.6, 'bij de 1% laagste van de buurten'],
])('the place %d is said as “%s”', (place, words) => {
	expect(placeWords(place, 'buurten', 'nl')).toBe(words);
});

it('says what is favourable in a word, and nothing where it is neither or in the middle', () => {
	expect(favourWords(80, 'favourable', 'nl')).toBe('gunstig');
	expect(favourWords(20, 'favourable', 'nl')).toBe('ongunstig');
	expect(favourWords(80, 'unfavourable', 'en')).toBe('unfavourable');
	expect(favourWords(20, 'unfavourable', 'nl')).toBe('gunstig');
	expect(favourWords(80, 'neither', 'nl')).toBe('');
	expect(favourWords(52, 'favourable', 'nl')).toBe('');
	expect(favourWords(80, undefined, 'nl')).toBe('');
});
