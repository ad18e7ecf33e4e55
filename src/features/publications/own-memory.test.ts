import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessLayout } from './own-guess.ts';
import { finder, inventedFile } from './own-layouts.test-data.ts';
import type { OwnLayout, OwnSheet, OwnValue } from './own-layout.ts';
import { asBefore, likeness, mostAlike } from './own-memory.ts';

const layoutOf = (...lines: OwnValue[][]): OwnLayout => {
	const sheet: OwnSheet = { name: '', rows: lines.map((cells, index) => ({ index, cells })) };
	return guessLayout(sheet, 0, finder);
};
const lastYear = layoutOf(
	['Plek', 'uitkomst 2022', 'uitkomst 2023', 'hoeveel'],
	['Slikken', 7.1, 7.2, 120],
	['De Geest', 6.4, 6.5, 130],
);
const thisYear = layoutOf(
	['hoeveel', 'Plek', 'Uitkomst 2023', 'Uitkomst 2024'],
	[140, 'Slikken', 7.1, 7.2],
	[150, 'De Geest', 6.4, 6.5],
);

test('what a person said of last year’s columns is proposed again, whatever their place and year', () => {
	const said: OwnLayout = {
		...lastYear,
		columns: lastYear.columns.map(
			(one) =>
			one.header === 'hoeveel' ? { ...one, role: 'base', of: 2, name: '' } : { ...one, name: one.role === 'number' ? 'Rapportcijfer' : '' }, // prettier-ignore
		),
	};
	const again = asBefore(thisYear, said);
	expect(again.columns.map(({ role, name, period, of }) => [role, name, period, of])).toEqual([
		['base', '', null, 2],
		['area_name', '', null, null],
		['number', 'Rapportcijfer', '2023', null],
		['number', 'Rapportcijfer', '2024', null],
	]);
});

test('last year’s file is known by its columns; another one is not', () => {
	const other = layoutOf(['Wijk', 'Jaar', 'Leden'], ['Kwelder', 2023, 12]);
	const earlier = [
		{ id: 'other', layout: other },
		{ id: 'last', layout: lastYear },
	];
	expect(mostAlike(thisYear, earlier)?.id).toBe('last');
	expect(mostAlike(thisYear, [earlier[0]!])).toBeNull();
});

test('likeness is 1 for the same file and the same both ways', () => {
	fc.assert(
		fc.property(inventedFile, inventedFile, (one, other) => {
			const [a, b] = [guessLayout(one.sheet, 0, finder), guessLayout(other.sheet, 0, finder)];
			expect(likeness(a, a)).toBe(1);
			expect(likeness(a, b)).toBe(likeness(b, a));
		}),
		{ numRuns: 50 },
	);
});
