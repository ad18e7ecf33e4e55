import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastSides, patternsIn, type Voice } from './patterns.ts';

const voice = (id: string, sideId: string | null, place: string, themes: string[] = []): Voice => ({
	...{ id, sideId, place, themes },
});

it('three organisations about one place are a pattern, whatever the capitals', () => {
	const voices = [
		voice('1', 'a', 'Het plein'),
		voice('2', 'b', 'het  plein'),
		voice('3', 'c', 'HET PLEIN'),
	];
	expect(patternsIn(voices)).toEqual([
		{ by: 'place', key: 'Het plein', sides: 3, signalIds: ['1', '2', '3'] },
	]);
});

it('who chose a place of the list and who wrote its name mean the same place', () => {
	const listed = [{ id: 'square', name: 'Het plein' }];
	const chosen = (id: string, sideId: string, place: string) => ({
		...voice(id, sideId, place),
		placeId: 'square',
	});
	const voices = [
		chosen('1', 'a', 'Het plein, bij de bankjes'),
		chosen('2', 'b', 'Het plein'),
		voice('3', 'c', 'het plein'),
	];
	expect(patternsIn(voices, listed)).toEqual([
		{ by: 'place', key: 'Het plein', sides: 3, signalIds: ['1', '2', '3'] },
	]);
	expect(patternsIn(voices)).toEqual([]);
});

it('ten signals of two organisations are none', () => {
	const voices = Array.from({ length: 10 }, (_, at) =>
		voice(String(at), at % 2 ? 'a' : 'b', 'plein'),
	);
	expect(patternsIn(voices)).toEqual([]);
});

it('residents of whom nothing is known count as one side together', () => {
	const unknown = [voice('1', null, 'plein'), voice('2', null, 'plein'), voice('3', null, 'plein')];
	expect(patternsIn(unknown)).toEqual([]);
	const mixed = [...unknown, voice('4', 'a', 'plein'), voice('5', 'resident', 'plein')];
	expect(patternsIn(mixed)).toMatchObject([{ sides: 3 }]);
});

it('never shows anything of fewer than three sides, and counts no side twice', () => {
	const sides = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null });
	const voices = fc.array(
		fc.record({
			id: fc.uuid(),
			sideId: sides,
			place: fc.constantFrom('', 'plein', 'Plein', 'park'),
			themes: fc.subarray(['sport', 'zorg']),
		}),
	);
	fc.assert(
		fc.property(voices, (list) => {
			for (const { by, key, sides: count, signalIds } of patternsIn(list)) {
				const own = list.filter(({ id }) => signalIds.includes(id));
				expect(count).toBe(new Set(own.map(({ sideId }) => sideId)).size);
				expect(count).toBeGreaterThanOrEqual(leastSides);
				if (by === 'theme') expect(own.every(({ themes }) => themes.includes(key))).toBe(true);
			}
		}),
	);
});
