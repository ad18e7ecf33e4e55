import { describe, expect, test } from 'vitest';
import type { OwnCell } from './own-check.ts';
import { passGate, shownKey } from './own-gate.ts';
import { places } from './own-layouts.test-data.ts';
import type { OwnMeasure } from './own-meaning.ts';

const children = new Map<string, string[]>([
	['GM9999', ['WK999901', 'WK999902']],
	['WK999901', ['BU99990100', 'BU99990101', 'BU99990102']],
	['WK999902', ['BU99990200', 'BU99990201', 'BU99990202']],
]);
const place = (code: string) => places.find((one) => one.code === code)!;
const cell = (code: string, value: number | null, more: Partial<OwnCell> = {}): OwnCell => ({
	...{ measure: 'leden', period: '2023', category: '', area: place(code), row: 1 },
	...{ value, missing: value === null ? 'not_measured' : null, part: null, base: null },
	...more,
});
const measure = (key: string, more: Partial<OwnMeasure> = {}): OwnMeasure => ({
	...{ key, type: 'count', title: key, unit: 'aantal', kind: 'count', direction: 'neither' },
	...{ origin: 'own', publishedIn: '', sensitivity: 'none', indicator: null },
	...more,
});
const values = (cells: readonly OwnCell[], measures: OwnMeasure[], visibility: 'public' | 'participants' = 'public') => // prettier-ignore
	passGate(cells, measures, children, visibility).cells.map(({ value, missing }) => value ?? missing); // prettier-ignore

describe('own counts pass the gate', () => {
	test('rounded, and small ones not at all, with the others that would give them away', () => {
		const wijk = ['BU99990100', 'BU99990101', 'BU99990102'];
		const cells = [...[4, 57, 33].map((count, at) => cell(wijk[at]!, count)), cell('WK999901', 94)];
		const outcome = passGate(cells, [measure('leden')], children, 'public');
		const shown = outcome.cells.map(({ value }) => value);
		expect(shown[0]).toBeNull();
		// Whatever stays of total and neighbourhoods, at least one more of them is hidden.
		expect(shown.filter((one) => one === null).length).toBeGreaterThan(1);
		expect(outcome.asTooSmall).toBe(1);
		expect(outcome.toProtectOthers).toBeGreaterThan(0);
		expect(outcome.shown + outcome.asTooSmall + outcome.toProtectOthers).toBe(4);
	});

	test('without a sum that a reader knows nothing else is hidden', () => {
		const cells = [cell('BU99990100', 4), cell('BU99990200', 57), cell('BU99990101', 33)];
		expect(values(cells, [measure('leden')])).toEqual(['too_small', 55, 35]);
	});

	test('a category is not found as what its total leaves', () => {
		const of = (category: string, count: number) => cell('BU99990100', count, { category });
		const cells = [of('jong', 3), of('oud', 40), of('Totaal', 43)];
		const shown = values(cells, [measure('leden')]);
		expect(shown[0]).toBe('too_small');
		expect(shown.filter((one) => typeof one === 'number').length).toBeLessThan(2);
	});

	test('answers of which people gave several are no parts of their total', () => {
		const of = (category: string, count: number) => cell('BU99990100', count, { category });
		expect(values([of('fiets', 30), of('auto', 30), of('Totaal', 40)], [measure('leden')])).toEqual([30, 30, 40]); // prettier-ignore
	});

	test('a month is not found as what its year leaves', () => {
		const in2023 = (month: number, count: number) =>
			cell('BU99990100', count, { period: `2023-${String(month).padStart(2, '0')}` });
		const months = Array.from({ length: 12 }, (_, at) => in2023(at + 1, at === 5 ? 2 : 20));
		const shown = values([...months, cell('BU99990100', 222)], [measure('leden')]);
		expect(shown[5]).toBe('too_small');
		expect(shown.filter((one) => one === 'too_small').length).toBeGreaterThan(1);
	});

	test('columns that add up to another one are known to', () => {
		const codes = ['BU99990100', 'BU99990101', 'BU99990200', 'BU99990201'];
		const cells = codes.flatMap((code, at) => {
			const [boys, girls] = [20 + at, at === 2 ? 3 : 30 + at];
			return [
				cell(code, boys, { measure: 'jongens' }),
				cell(code, girls, { measure: 'meisjes' }),
				cell(code, boys + girls, { measure: 'leerlingen' }),
			];
		});
		const measures = ['jongens', 'meisjes', 'leerlingen'].map((key) => measure(key));
		const shown = values(cells, measures).slice(6, 9);
		expect(shown[1]).toBe('too_small');
		expect(shown.filter((one) => typeof one === 'number').length).toBeLessThan(2);
		expect(values(cells, measures).slice(0, 3)).toEqual([20, 30, 50]);
	});

	test('things are shown as they are, also when they are few', () => {
		const cells = [cell('BU99990100', 3), cell('BU99990101', 0)];
		expect(values(cells, [measure('leden', { type: 'things' })])).toEqual([3, 0]);
	});
});

describe('percentages and scores', () => {
	const percentage = measure('leden', { type: 'percentage' });
	const on = (base: number, value = 40) => [cell('BU99990100', value, { base })];

	test.each([
		[99, 'too_small', 40],
		[100, 40, 40],
		[30, 'too_small', 40],
		[29, 'too_small', 'too_small'],
	])('on a base of %i are %s for everyone and %s for who takes part', (base, everyone, team) => {
		expect(values(on(base), [percentage])).toEqual([everyone]);
		expect(values(on(base), [percentage], 'participants')).toEqual([team]);
		const score = measure('leden', { type: 'score' });
		const expected = (one: number | string) => (one === 40 ? 7.4 : one);
		expect(values(on(base, 7.4), [score])).toEqual([expected(everyone)]);
		expect(values(on(base, 7.4), [score], 'participants')).toEqual([expected(team)]);
	});

	test('of a small part are hidden on any base', () => {
		expect(values(on(400, 2), [percentage])).toEqual(['too_small']);
		expect(values(on(400, 98), [percentage])).toEqual(['too_small']);
	});

	test('that are the answers to one question give no small answer away', () => {
		const wide = [70, 28, 2].map((value, at) =>
			cell('BU99990100', value, { base: 200, measure: ['ja', 'nee', 'weet-niet'][at]! }),
		);
		const measures = ['ja', 'nee', 'weet-niet'].map((key) => measure(key, { type: 'percentage' }));
		const long = [70, 28, 2].map((value, at) =>
			cell('BU99990100', value, { base: 200, category: ['ja', 'nee', 'weet niet'][at]! }),
		);
		for (const shown of [values(wide, measures), values(long, [percentage])]) {
			expect(shown[2]).toBe('too_small');
			expect(shown.filter((one) => typeof one === 'number').length).toBeLessThan(2);
		}
		const apart = [70, 28, 30].map((value, at) =>
			cell('BU99990100', value, { base: 200, measure: ['a', 'b', 'c'][at]! }),
		);
		const several = ['a', 'b', 'c'].map((key) => measure(key, { type: 'percentage' }));
		expect(values(apart, several)).toEqual([70, 28, 30]);
	});

	test('on a base that rounds up to 100 stay uncertain', () => {
		const { cells } = passGate(on(98), [percentage], children, 'participants');
		expect(cells[0]).toMatchObject({ value: 40, base: 95 });
	});
});

test.each([1, 2])(
	'what an earlier version hid to protect a small count stays hidden in a corrected one (%i)',
	(hiddenBefore) => {
		const codes = ['BU99990100', 'BU99990101', 'BU99990102', 'WK999901'];
		const cells = [4, 57, 33, 94].map((count, at) => cell(codes[at]!, count));
		const seen = [null, 55, 35, 95].map((value, at) => (at === hiddenBefore ? null : value));
		const before = new Map(
			codes.map((code, at) => [shownKey('leden', '2023', code), { value: seen[at] ?? ('too_small' as const), base: null }]), // prettier-ignore
		);
		const { cells: shown } = passGate(cells, [measure('leden')], children, 'public', [before]);
		expect(shown[0]!.value).toBeNull();
		expect(shown[hiddenBefore]!.value).toBeNull();
	},
);

describe('a small count that a corrected file can no longer keep safe', () => {
	const codes = ['BU99990100', 'BU99990101', 'BU99990102', 'WK999901'];
	/** What an earlier version showed of three neighbourhoods and their district. */
	const seen = (values: readonly number[], bases: readonly number[] = []) =>
		new Map(codes.map((code, at) => [shownKey('leden', '2023', code), { value: values[at]!, base: bases[at] ?? null }])); // prettier-ignore

	test('is named, with its area and year', () => {
		const before = seen([10, 55, 35, 100]);
		const cells = [9, 57, 33, 99].map((count, at) => cell(codes[at]!, count));
		const { exposed } = passGate(cells, [measure('leden')], children, 'public', [before]);
		expect(exposed.map(({ area, period }) => [area.code, period])).toEqual([
			['BU99990100', '2023'],
		]);
		// Where the others changed as well there is enough that nobody knows.
		const other = [9, 48, 42, 99].map((count, at) => cell(codes[at]!, count));
		expect(passGate(other, [measure('leden')], children, 'public', [before]).exposed).toEqual([]);
		expect(passGate(cells, [measure('leden')], children, 'public').exposed).toEqual([]);
	});

	test('is named by the percentage that it stands behind', () => {
		const percentage = [measure('leden', { type: 'percentage' })];
		const values = [4, 50, 50, 35];
		const cells = values.map((value, at) => cell(codes[at]!, value, { base: at === 3 ? 600 : 200 })); // prettier-ignore
		const before = seen([5, 50, 50, 35], [200, 200, 200, 600]);
		const { exposed } = passGate(cells, percentage, children, 'public', [before]);
		expect(exposed.map(({ area, value }) => [area.code, value])).toEqual([['BU99990100', 4]]);
	});
});

test('what was published by others is shown as it was published', () => {
	const published = measure('leden', { origin: 'published', publishedIn: 'GGD' });
	expect(values([cell('BU99990100', 4), cell('BU99990101', 0)], [published])).toEqual([4, 0]);
});

test('what is missing keeps its reason, and is not counted as protected', () => {
	const outcome = passGate([cell('BU99990100', null)], [measure('leden')], children, 'public');
	expect(outcome).toMatchObject({ shown: 0, missing: 1, asTooSmall: 0, toProtectOthers: 0 });
	expect(outcome.cells[0]!.missing).toBe('not_measured');
});
