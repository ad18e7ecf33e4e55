import { describe, expect, it } from 'vitest';
import { countsOfStrength, strongest } from './strength.ts';

describe('how strongly a source supports a finding', () => {
	it('is never a kinder word than that it contradicts', () => {
		expect(strongest([{ strength: 'strong' }, { strength: 'contradicts' }])).toBe('contradicts');
		expect(strongest([{ strength: null }, { strength: 'weak' }, { strength: 'partly' }])).toBe(
			'partly',
		);
		expect(strongest([{ strength: null }])).toBeNull();
	});

	it('is counted by word, without the words that nobody gave', () => {
		expect(countsOfStrength({ a: 'contradicts', b: 'strong', c: 'strong' })).toEqual([
			{ strength: 'strong', count: 2 },
			{ strength: 'contradicts', count: 1 },
		]);
	});
});
