import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCell, type NumberDialect } from './number.ts';

const dialects: NumberDialect[] = ['kwb-csv', 'odata3', 'statline'];
const anyDialect = fc.constantFrom(...dialects);

describe('the reason why a figure is missing', () => {
	test.each<[string | number | null, NumberDialect, string]>([
		[null, 'odata3', 'not_published'],
		['', 'kwb-csv', 'not_published'],
		['.', 'kwb-csv', 'unknown_or_secret'],
		['         .', 'odata3', 'unknown_or_secret'],
		['', 'statline', 'cannot_occur'],
		['          ', 'odata3', 'cannot_occur'],
		[' ', 'statline', 'cannot_occur'],
		[-99995, 'odata3', 'suppressed'],
		['-99997', 'kwb-csv', 'suppressed'],
		['-99997.0', 'kwb-csv', 'suppressed'],
		['-99999999', 'kwb-csv', 'suppressed'],
		['x', 'statline', 'suppressed'],
	])('%j in %s is %s', (raw, dialect, missing) => {
		expect(parseCell(raw, dialect)).toEqual({ missing });
	});

	test('is never a 0, and a 0 is never missing', () => {
		for (const dialect of dialects) {
			expect(parseCell('0', dialect)).toEqual({ value: 0 });
			expect(parseCell(0, dialect)).toEqual({ value: 0 });
		}
	});
});

describe('a number', () => {
	test.each<[string, NumberDialect, number]>([
		['17407585', 'kwb-csv', 17407585],
		['2.1', 'kwb-csv', 2.1],
		['-3.5', 'kwb-csv', -3.5],
		['\u22123.5', 'kwb-csv', -3.5],
		['2,1', 'kwb-csv', 2.1],
		['   2.1', 'odata3', 2.1],
		['1.234', 'kwb-csv', 1.234],
		['1.234', 'statline', 1234],
		['1.234,5', 'statline', 1234.5],
		['1.234,5', 'kwb-csv', 1234.5],
		['1.234.567', 'kwb-csv', 1234567],
		['1,234.5', 'kwb-csv', 1234.5],
		['17 407 585', 'statline', 17407585],
		['17\u00a0407\u00a0585,5', 'statline', 17407585.5],
		['2,125', 'statline', 2.125],
		['2.1', 'statline', 2.1],
		['0012', 'kwb-csv', 12],
	])('%j in %s is %d', (raw, dialect, value) => {
		expect(parseCell(raw, dialect)).toEqual({ value });
	});

	test.each<[string | number, NumberDialect]>([
		['1,234', 'kwb-csv'],
		['12a', 'kwb-csv'],
		['..', 'kwb-csv'],
		['-', 'kwb-csv'],
		['1e5', 'kwb-csv'],
		['0x10', 'odata3'],
		['1.2.3', 'kwb-csv'],
		['1 2', 'statline'],
		['1.23,4', 'statline'],
		['Infinity', 'odata3'],
		['#N/B', 'kwb-csv'],
		[Number.NaN, 'odata3'],
		[Infinity, 'odata3'],
	])('is not what %j in %s is', (raw, dialect) => {
		expect(parseCell(raw, dialect)).toEqual({ error: 'not-a-number' });
	});

	test('comes back whatever it is, as a number, as text and padded', () => {
		const number = fc.oneof(
			fc.integer({ min: -90_000, max: 99_999_999 }),
			fc.integer({ min: -90_000, max: 999_999 }).map((tenths) => tenths / 10),
		);
		fc.assert(
			fc.property(number, anyDialect, (value, dialect) => {
				const expected = { value: value + 0 };
				expect(parseCell(value, dialect)).toEqual(expected);
				expect(parseCell(String(value), dialect)).toEqual(expected);
				expect(parseCell(String(value).padStart(12), dialect)).toEqual(expected);
			}),
		);
	});

	test('comes back when it is written the Dutch way', () => {
		const dutch = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1 });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 99_999_999 }), anyDialect, (tenths, dialect) => {
				const value = tenths / 10;
				expect(parseCell(dutch.format(value), dialect)).toEqual({ value });
			}),
		);
	});
});

test('any text is a number, missing or an error, and never throws', () => {
	fc.assert(
		fc.property(fc.string(), anyDialect, (raw, dialect) => {
			const cell = parseCell(raw, dialect);
			expect(Object.keys(cell)).toHaveLength(1);
			if ('value' in cell) expect(Number.isFinite(cell.value)).toBe(true);
		}),
	);
});
