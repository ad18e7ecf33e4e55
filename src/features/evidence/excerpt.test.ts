import { describe, expect, it } from 'vitest';
import { excerptOf, markedText, wordsIn } from './excerpt.ts';

const told = (pieces: { text: string; isFound: boolean }[]) =>
	pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

describe('marking words', () => {
	it('keeps every letter, and knows words whatever their capitals and accents', () => {
		const text = 'Café De Hoek: een CAFÉ, geen cafetaria.';
		expect(told(markedText(text, new Set(['cafe'])))).toBe(
			'[Café] De Hoek: een [CAFÉ], geen cafetaria.',
		);
		expect(wordsIn(text)).toEqual(new Set(['cafe', 'de', 'hoek', 'een', 'geen', 'cafetaria']));
	});

	it('of nothing gives the text as it is', () => {
		expect(told(markedText('Rustig.', new Set()))).toBe('Rustig.');
		expect(markedText('', new Set(['rustig']))).toEqual([]);
	});
});

describe('a stretch of a text', () => {
	const filler = 'Er is hier van alles te doen en te zien. '.repeat(10);

	it('is the one that says most of what was looked for, cut between words', () => {
		const text = `${filler}Een plein. ${filler}Op het plein staat een bankje. ${filler}`;
		const stretch = told(excerptOf([text], new Set(['plein', 'bankje'])));
		expect(stretch).toContain('Op het [plein] staat een [bankje].');
		expect(stretch).toMatch(/^… \p{L}+ .* \p{L}+\.? …$/u);
		expect(stretch.length).toBeLessThan(200);
	});

	it('is of the text that says it, whole when that is short', () => {
		const texts = ['Niets hiervan.', 'Een bankje.'];
		expect(told(excerptOf(texts, new Set(['bankje'])))).toBe('Een [bankje].');
	});

	it('is nothing when no text says it, and ends also without spaces', () => {
		expect(excerptOf(['Niets.'], new Set(['bankje']))).toEqual([]);
		const endless = `bankje${'x'.repeat(5000)} bankje ${'y'.repeat(5000)}`;
		expect(told(excerptOf([endless], new Set(['bankje']))).length).toBeLessThan(250);
	});
});
