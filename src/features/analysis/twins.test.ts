import { describe, expect, it } from 'vitest';
import { likelyTwins } from './twins.ts';

const risk = (id: string, text: string, themes = ['ontmoeting']) => ({
	id,
	kind: 'risk',
	text,
	themes,
});
const sets = (findings: Parameters<typeof likelyTwins>[0]) =>
	likelyTwins(findings).map((set) => set.map(({ id }) => id).join());

describe('findings that may say the same', () => {
	it('share half of their words, in whatever form', () => {
		expect(
			sets([
				risk('a', 'Er zijn weinig bankjes op het plein.'),
				risk('b', 'Op dit plein staat geen bank, zeggen ouderen.'),
				risk('c', 'De bus rijdt niet meer na zeven uur.'),
			]),
		).toEqual(['a,b']);
	});

	it('are of one kind and have a theme in common', () => {
		const text = 'Jongeren zitten in het park bij het water.';
		expect(sets([risk('a', text), { ...risk('b', text), kind: 'protective' }])).toEqual([]);
		expect(sets([risk('a', text), risk('b', text, ['sport'])])).toEqual([]);
		expect(sets([risk('a', text), risk('b', text, ['sport', 'ontmoeting'])])).toEqual(['a,b']);
	});

	it('are not two short texts with one word in common', () => {
		expect(sets([risk('a', 'Eenzame ouderen'), risk('b', 'Ouderen sporten')])).toEqual([]);
	});
});
