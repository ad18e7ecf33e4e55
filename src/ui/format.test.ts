import { expect, test } from 'vitest';
import { dateOfMoment, formatCount, formatDate, formatDaysFrom } from './format.ts';
import { formatEuro, formatList, formatNumber, formatPercent } from './format.ts';

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ');

test('a date says no more than is known', () => {
	expect(formatDate('2026-11-21', 'nl')).toBe('21 november 2026');
	expect(formatDate('2026-11-21', 'nl', 'short')).toBe('21 nov 2026');
	expect(formatDate('2026-11', 'nl')).toBe('november 2026');
	expect(formatDate('2026', 'nl')).toBe('2026');
	expect(formatDate('2026-11-21', 'en')).toBe('21 November 2026');
	expect(formatDate('1998-07-01', 'nl', 'month')).toBe('juli 1998');
});

test('text that is no date is an error, not an invented day', () => {
	expect(() => formatDate('binnenkort', 'nl')).toThrow(RangeError);
});

test('a moment late in the evening belongs to the Dutch day', () => {
	expect(dateOfMoment('2026-11-20T23:30:00Z')).toBe('2026-11-21');
});

test('numbers have the signs of the language', () => {
	expect(formatNumber(1234.56, 'nl')).toBe('1.234,6');
	expect(formatNumber(1234.56, 'en')).toBe('1,234.6');
	expect(plain(formatPercent(12.5, 'nl', 1))).toBe('12,5%');
	expect(plain(formatPercent(34, 'nl', 1, 1))).toBe('34,0%');
	expect(formatNumber(0, 'nl', 2, 2)).toBe('0,00');
});

test('euro cents are shown only where there are any', () => {
	expect(plain(formatEuro(125_000, 'nl'))).toBe('€ 1.250');
	expect(plain(formatEuro(125_050, 'nl'))).toBe('€ 1.250,50');
});

test('counts and days agree with their noun', () => {
	const noun = { one: 'bron', other: 'bronnen' };
	expect(formatCount(1, 'nl', noun)).toBe('1 bron');
	expect(formatCount(0, 'nl', noun)).toBe('0 bronnen');
	expect(formatDaysFrom('2026-11-21', '2026-12-15', 'nl')).toBe('over 24 dagen');
	expect(formatDaysFrom('2026-11-21', '2026-11-22', 'nl')).toBe('morgen');
	expect(formatList(['a', 'b', 'c'], 'nl')).toBe('a, b en c');
});
