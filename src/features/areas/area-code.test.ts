import fc from 'fast-check';
import { expect, test } from 'vitest';
import { municipalityOf, parseAreaCode } from './area-code.ts';

const capital = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const four = fc.stringMatching(/^\d{4}$/);

test.each([
	['GM0202    ', { code: 'GM0202', level: 'municipality', parentCode: 'NL' }],
	['WK020210  ', { code: 'WK020210', level: 'district', parentCode: 'GM0202' }],
	['BU02021004', { code: 'BU02021004', level: 'neighbourhood', parentCode: 'WK020210' }],
	['WK0363AB', { code: 'WK0363AB', level: 'district', parentCode: 'GM0363' }],
	['BU0363ABC1', { code: 'BU0363ABC1', level: 'neighbourhood', parentCode: 'WK0363AB' }],
])('the code "%s" is read without its padding, with its parent', (raw, area) => {
	expect(parseAreaCode(raw)).toEqual(area);
});

test.each(['NL00', 'NL01', 'NL00      ', 'NL'])('"%s" is the country', (raw) => {
	expect(parseAreaCode(raw)).toEqual({ code: 'NL', level: 'country', parentCode: null });
});

test.each([
	'',
	'NL02',
	'GM202',
	'GM02020',
	'gm0202',
	'WK02021',
	'WK0202-1',
	'BU0202100',
	'BU020210040',
	'LD01',
	'PV25',
	'GM 0202',
	'xGM0202',
	'GM0202\u0000',
])('"%s" is no area code', (raw) => {
	expect(parseAreaCode(raw)).toBeNull();
});

test('a code comes back as it went in, however it is padded', () => {
	const code = fc.oneof(
		four.map((digits) => `GM${digits}`),
		fc.tuple(four, capital, capital).map((parts) => `WK${parts.join('')}`),
		fc.tuple(four, capital, capital, capital, capital).map((parts) => `BU${parts.join('')}`),
	);
	fc.assert(
		fc.property(code, (raw) => {
			expect(parseAreaCode(raw.padEnd(10))).toEqual(parseAreaCode(raw));
			expect(parseAreaCode(raw)?.code).toBe(raw);
		}),
	);
});

test('from a neighbourhood one gets to the country in three steps, through its municipality', () => {
	fc.assert(
		fc.property(four, capital, capital, (digits, a, b) => {
			const neighbourhood = parseAreaCode(`BU${digits}${a}${b}00`)!;
			const district = parseAreaCode(neighbourhood.parentCode!)!;
			const municipality = parseAreaCode(district.parentCode!)!;
			expect(district.level).toBe('district');
			expect(municipality.level).toBe('municipality');
			expect(municipality.parentCode).toBe('NL');
			expect(municipalityOf(neighbourhood)).toBe(municipality.code);
			expect(municipalityOf(municipality)).toBe(municipality.code);
		}),
	);
});

test('the country lies in no municipality', () => {
	expect(municipalityOf(parseAreaCode('NL00')!)).toBeNull();
});
