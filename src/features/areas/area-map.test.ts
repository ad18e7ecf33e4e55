import { describe, expect, test } from 'vitest';
import { areaMap, mapChoiceOf, methodWord, type AreaShape, type AreaValue } from './area-map.ts';

const shape = (code: string, more: Partial<AreaShape> = {}): AreaShape => ({
	code,
	name: `Naam ${code}`,
	isWater: false,
	isApproximate: false,
	geometry: { type: 'Polygon', coordinates: [] },
	...more,
});
const value = (code: string, number: number | null, text = String(number)): AreaValue => ({
	code,
	name: code,
	value: number,
	text,
});
const choice = mapChoiceOf(new URLSearchParams());
const format = (number: number) => `${number}%`;

describe('putting values on a map', () => {
	test('areas are joined by code and nothing else; what is not on the map is listed', () => {
		const shapes = {
			askedYear: 2022,
			boundaryYear: 2022,
			origins: [],
			shapes: [shape('WK1'), shape('WK2')],
		};
		const map = areaMap([value('WK1', 5), value('WK3', 7)], shapes, choice, 'nl', format);
		expect(map.places.map(({ id, step, text }) => [id, step, text])).toEqual([
			['WK1', 0, '5'],
			['WK2', null, 'Geen cijfer: dit gebied staat niet in de publicatie'],
		]);
		expect(map.withoutShape.map(({ code }) => code)).toEqual(['WK3']);
		expect(map.notes).toEqual([
			'1 gebied met een cijfer staat niet op de kaart: het bestaat niet in de grenzen van 2022.',
		]);
		expect(map.steps).toEqual([{ label: '5%', count: 1 }]);
	});

	test('boundaries of another year than the figures are never joined in silence', () => {
		const shapes = { askedYear: 2020, boundaryYear: 2022, origins: [], shapes: [shape('WK1')] };
		const { notes } = areaMap([value('WK1', 5)], shapes, choice, 'nl', format);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toContain('2022');
		expect(notes[0]).toContain('2020');
	});

	test('reasons why values are missing are counted in the legend', () => {
		const shapes = {
			askedYear: 2022,
			boundaryYear: 2022,
			origins: [],
			shapes: ['A', 'B', 'C'].map((code) => shape(code)),
		};
		const values = [
			value('A', null, 'geheim'),
			value('B', null, 'te klein'),
			value('C', null, 'geheim'),
		];
		expect(areaMap(values, shapes, choice, 'nl', format).missing).toEqual([
			{ label: 'geheim', count: 2 },
			{ label: 'te klein', count: 1 },
		]);
	});

	test('water is drawn as water, and approximate boundaries are told', () => {
		const shapes = {
			askedYear: 2022,
			boundaryYear: 2022,
			origins: [],
			shapes: [shape('A', { isApproximate: true }), shape('B', { isWater: true })],
		};
		const map = areaMap([value('A', 1)], shapes, choice, 'en', format);
		expect([map.places.length, map.water.length]).toEqual([1, 1]);
		expect(map.notes).toEqual(['The boundaries on this map are approximate.']);
	});

	test('around a middle the palette runs to both sides, with no more classes than it has colours', () => {
		const shapes = {
			askedYear: 2022,
			boundaryYear: 2022,
			origins: [],
			shapes: ['A', 'B'].map((code) => shape(code)),
		};
		const map = areaMap(
			[value('A', 1), value('B', 9)],
			shapes,
			{ method: 'equal', count: 7, around: 5 },
			'nl',
			format,
		);
		expect(map.palette).toBe('diverging');
		expect(map.steps.length).toBeLessThanOrEqual(6);
	});
});

describe('the choice in an address', () => {
	test('is what it says, and sensible where it says nothing or nonsense', () => {
		const of = (query: string) => mapChoiceOf(new URLSearchParams(query));
		expect(of('')).toEqual({ method: 'quantiles', count: 5 });
		expect(of('klassen=natuurlijke-grenzen&aantal=7')).toEqual({ method: 'natural', count: 7 });
		expect(of('klassen=x&aantal=99')).toEqual({ method: 'quantiles', count: 5 });
		for (const method of ['quantiles', 'equal', 'natural'] as const)
			expect(of(`klassen=${methodWord({ method, count: 5 })}`).method).toBe(method);
	});
});
