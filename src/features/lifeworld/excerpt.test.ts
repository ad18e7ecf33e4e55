import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

it('a short text names itself, on one line', () => {
	expect(excerpt('Ouders staan\nbij het hek.')).toBe('Ouders staan bij het hek.');
});

it('a long text is cut at a word', () => {
	expect(excerpt('Kinderen spelen door elkaar, ouders praten', 30)).toBe(
		'Kinderen spelen door elkaar…',
	);
});

it('never is longer than asked, and always begins as the text does', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			fc.integer({ min: 5, max: 100 }),
			(text, limit) => {
				const short = excerpt(text, limit);
				expect(short.length).toBeLessThanOrEqual(limit + 1);
				expect(text.replace(/\s+/g, ' ').trim().startsWith(short.replace(/…$/, ''))).toBe(true);
			},
		),
	);
});
