import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';
import { blot, blotOut, blotOutIn, leadsOf } from './blot.ts';

const text = 'Op de hoek van het plein\nstaan elke avond groepjes jongeren te wachten op de laatste bus naar huis.'; // prettier-ignore

describe('what was erased', () => {
	it('is taken out as a whole and as an excerpt, and what stands around it stays', () => {
		expect(blotOut(`Zo staat het: “${text}” (bron)`, [text])).toBe(
			`Zo staat het: “${blot}” (bron)`,
		);
		for (const limit of [90, 110, 120, 140, 160, 200])
			expect(blotOut(`Over: ${excerpt(text, limit)} Besloten.`, [text])).toBe(
				`Over: ${blot} Besloten.`,
			);
	});

	it('is taken out wherever it stands, also twice, and nothing else', () => {
		const model = { title: 'Verslag', blocks: [{ text: `${text} en ${text}` }, { rows: [[text, 3, null, true]] }] }; // prettier-ignore
		expect(blotOutIn(model, [text])).toEqual({
			title: 'Verslag',
			blocks: [{ text: `${blot} en ${blot}` }, { rows: [[blot, 3, null, true]] }],
		});
	});

	it('leaves no text of which the beginning can be found again, whatever stood there', () => {
		const words = fc
			.string({ minLength: 12, maxLength: 200 })
			.filter((it) => it.trim().length > 11);
		fc.assert(
			fc.property(words, fc.string(), fc.string(), (erased, before, after) => {
				const left = blotOut(`${before}${erased}${after}`, [erased]);
				expect(left.includes(erased) && !`${before}${blot}${after}`.includes(erased)).toBe(false);
			}),
		);
	});

	it('is found by its beginning', () => {
		expect(leadsOf([text]).every((lead) => lead.length <= 40)).toBe(true);
		expect(leadsOf([text]).some((lead) => excerpt(text, 90).includes(lead))).toBe(true);
	});
});
