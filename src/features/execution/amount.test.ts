import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { optionalHundredths, parseHundredths } from './amount.ts';

describe('an amount as people write it', () => {
	it.each([
		['1250', 125_000],
		['1250,50', 125_050],
		['1.250', 125_000],
		['1.250,5', 125_050],
		['€ 1.250.000,-', 125_000_000],
		['1,250.50', 125_050],
		['1250.5', 125_050],
		['0', 0],
	])('%s is understood', (text, hundredths) => {
		expect(parseHundredths(text)).toBe(hundredths);
	});

	it.each(['', 'veel', '-5', '1.25.000', '12,345,6', '1.250.50', '1,2345'])(
		'%j is no amount',
		(text) => expect(parseHundredths(text)).toBeUndefined(),
	);

	it('reads the same in Dutch and in English, with and without thousands', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e11 }), fc.boolean(), (hundredths, useGrouping) => {
				for (const language of ['nl-NL', 'en-GB'])
					expect(
						parseHundredths(
							new Intl.NumberFormat(language, {
								useGrouping,
								minimumFractionDigits: 2,
							}).format(hundredths / 100),
						),
					).toBe(hundredths);
			}),
		);
	});

	it('may be unknown, comes as a number from a program, and has its limit', () => {
		const field = optionalHundredths(1000);
		expect(v.parse(field, null)).toBeNull();
		expect(v.parse(field, 12.34)).toBe(1234);
		const code = (value: unknown) => v.safeParse(field, value).issues?.[0].message;
		expect(code(0.001)).toBe('not_an_amount');
		expect(code('1000,01')).toBe('amount_too_high');
		expect(code(-1)).toBe('not_an_amount');
	});
});
