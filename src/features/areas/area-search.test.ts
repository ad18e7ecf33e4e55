import { describe, expect, test } from 'vitest';
import { mistakesBetween, soughtBy } from './area-search.ts';

describe('what somebody looks for', () => {
	test.each([
		['', { kind: 'all' }],
		['WK020210', { kind: 'code', prefixes: ['WK020210'] }],
		['wk 0202 10', { kind: 'code', prefixes: ['WK020210'] }],
		['gm0202', { kind: 'code', prefixes: ['GM0202'] }],
		['6823', { kind: 'postcode', digits: '6823', prefixes: ['GM6823', 'WK6823', 'BU6823'] }],
		['6823 ab', { kind: 'postcode', digits: '6823', prefixes: [] }],
		['0202', { kind: 'code', prefixes: ['GM0202', 'WK0202', 'BU0202'] }],
		['Geitenkamp', { kind: 'name', text: 'Geitenkamp' }],
		['Wijk 12', { kind: 'name', text: 'Wijk 12' }],
		['Buurt', { kind: 'name', text: 'Buurt' }],
	])('%j is %j', (typed, sought) => {
		expect(soughtBy(typed)).toEqual(sought);
	});
});

describe('mistakes', () => {
	test.each([
		['baarn', 'baarn', 0],
		['bran', 'baarn', 2],
		['arnhme', 'arnhem', 1],
		['', 'abc', 3],
	])('between %j and %j are %d', (one, other, count) => {
		expect(mistakesBetween(one, other)).toBe(count);
		expect(mistakesBetween(other, one)).toBe(count);
	});
});
