import { describe, expect, it } from 'vitest';
import { soughtIn } from './search-words.ts';

const firsts = (typed: string) => soughtIn(typed).sought.map(([one]) => one);

describe('what somebody looks for', () => {
	it('is every word by itself, whatever the capitals, accents and signs', () => {
		expect(firsts('Café, het PLEIN!')).toEqual(['cafe', 'het', 'plein']);
	});

	it('keeps an expression together and brings the other ways to say it along', () => {
		const [youth, square] = soughtIn('jongeren op straat plein').sought;
		expect(youth?.[0]).toBe('jongeren op straat');
		expect(youth).toContain('hangjeugd');
		expect(square).toEqual(['plein']);
	});

	it('works both ways', () => {
		expect(soughtIn('Hangjeugd').sought[0]).toContain('jongeren op straat');
	});

	it('says it when more was typed than is looked for', () => {
		expect(soughtIn('een twee drie').isCut).toBe(false);
		const { sought, isCut } = soughtIn(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '));
		expect(sought).toHaveLength(12);
		expect(isCut).toBe(true);
	});

	it('is nothing when nothing was typed', () => {
		expect(soughtIn(' ?! ').sought).toEqual([]);
	});
});
