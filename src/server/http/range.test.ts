import { describe, expect, it } from 'vitest';
import { rangeOf } from './range.ts';

describe('a range', () => {
	it.each([
		['bytes=0-9', { from: 0, to: 9 }],
		['bytes=90-', { from: 90, to: 99 }],
		['bytes=90-1000', { from: 90, to: 99 }],
		['bytes=-10', { from: 90, to: 99 }],
		['bytes=-1000', { from: 0, to: 99 }],
		['bytes=100-', 'unsatisfiable'],
		['bytes=-0', 'unsatisfiable'],
		// A server may ignore what it does not understand: then the whole file follows.
		['bytes=9-0', null],
		['bytes=0-1,5-6', null],
		['bytes=-', null],
		['bytes=a-b', null],
		['items=0-9', null],
		[null, null],
	])('%s of 100 bytes is %o', (header, expected) => {
		expect(rangeOf(header, 100)).toEqual(expected);
	});
});
