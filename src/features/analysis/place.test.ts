import { expect, it } from 'vitest';
import { framework } from './form.test-data.ts';
import { placeProblems } from './place.ts';

const codes = (key: '2010' | '2013', place: Parameters<typeof placeProblems>[1]) =>
	placeProblems(framework(key), place).map(({ path, code }) => `${path}: ${code}`);

it('a risk factor under themes of 2013 fits', () => {
	expect(codes('2013', { kind: 'risk', signalKind: null, themes: ['sport', 'cultuur'] })).toEqual(
		[],
	);
});

it('everything that does not fit is told at once', () => {
	expect(codes('2013', { kind: 'signal', signalKind: 'need', themes: ['ruimtevaart'] })).toEqual([
		'kind: unknown',
		'themes: unknown_theme',
	]);
});

it('a risk factor has no kind of signal', () => {
	expect(codes('2013', { kind: 'risk', signalKind: 'need', themes: ['sport'] })).toEqual([
		'signalKind: unknown',
	]);
});

it('a signal of 2010 says what kind it is', () => {
	const place = { kind: 'signal', themes: ['persoonlijke-ontwikkeling'] };
	expect(codes('2010', { ...place, signalKind: null })).toEqual(['signalKind: choose']);
	expect(codes('2010', { ...place, signalKind: 'chance' })).toEqual([]);
});
