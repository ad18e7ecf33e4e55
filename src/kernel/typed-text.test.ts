import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTypedDate, parseTypedNumber, typedDate, typedNumber } from './typed-text.ts';

describe('a typed date', () => {
	test.each([
		['21-11-2026', '2026-11-21'],
		['1/2/2026', '2026-02-01'],
		[' 21 november 2026 ', '2026-11-21'],
		['21 Mrt 2026', '2026-03-21'],
		['2026-11-21', '2026-11-21'],
		['11-2026', '2026-11'],
		['may 2026', '2026-05'],
		['2026', '2026'],
	])('%s is understood as %s', (text, iso) => {
		expect(parseTypedDate(text)).toBe(iso);
	});

	test.each([
		'',
		'31-2-2026',
		'21-13-2026',
		'21-11-26',
		'morgen',
		'1-1-1-2026',
		'00-01-2026',
		'21 2026 1',
	])('%j is no date', (text) => expect(parseTypedDate(text)).toBeUndefined());

	test('what we show, we understand', () => {
		const days = fc.date({
			min: new Date('1900-01-01'),
			max: new Date('2100-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(days, fc.constantFrom(4, 7, 10), (day, precision) => {
				const iso = day.toISOString().slice(0, precision);
				expect(parseTypedDate(typedDate(iso))).toBe(iso);
			}),
		);
	});
});

describe('a typed number', () => {
	test.each([
		['1.234,5', 'nl', 1234.5],
		['€ 1 250', 'nl', 1250],
		['-0,5', 'nl', -0.5],
		['1,234.5', 'en', 1234.5],
	] as const)('%s in %s is %d', (text, language, value) => {
		expect(parseTypedNumber(text, language)).toBe(value);
	});

	test.each(['', '1.2', '12,', 'veel', '1,2,3', '1e3'])('%j is no number in Dutch', (text) => {
		expect(parseTypedNumber(text, 'nl')).toBeUndefined();
	});

	test('what we show, we understand, in both languages', () => {
		const values = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1000);
		fc.assert(
			fc.property(values, fc.constantFrom('nl' as const, 'en' as const), (value, language) => {
				expect(parseTypedNumber(typedNumber(value, language), language)).toBeCloseTo(value, 6);
			}),
		);
	});
});
