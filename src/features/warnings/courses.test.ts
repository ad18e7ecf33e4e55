import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodValue } from '#features/figures/values-over-time.server.ts';
import { besideComparable, newestOfAll, pointsOf, publishedPeriods, valuesAt } from './courses.ts';

type Given = number | 'not_published' | 'unknown_or_secret';

function value(period: string, given: Given, over: Partial<PeriodValue> = {}): PeriodValue {
	return {
		...{ seriesId: Number(period), measure: 'm', indicator: 'lonely', title: '', unit: '%' },
		...{ decimals: 1, period, kind: 'survey', isProvisional: false, dimensions: [], position: 0 },
		...{ isBreak: false, brokenBy: null, formerCodes: [] },
		measured: typeof given === 'number' ? { value: given } : { missing: given },
		publication: {
			...{ id: 'p', tableId: 't', family: 'f', title: '', publisher: 'P', licence: '' },
			...{ boundaryYear: 2020, retrievedAt: new Date(0), publishedOn: null, population: null },
			...{ coversCountry: false, isOwn: false, isReplaced: false, checksum: '' },
		},
		...over,
	};
}
const values = (given: Record<string, Record<string, Given>>) =>
	new Map(
		Object.entries(given).map(([code, years]) => [
			code,
			Object.entries(years).map(([period, one]) => value(period, one)),
		]),
	);
const points = (given: ReturnType<typeof values>, code: string, codes: string[]) =>
	pointsOf(given.get(code) ?? [], newestOfAll(given, codes) ?? '', publishedPeriods(given, codes));

describe('the newest period', () => {
	it('is that of most areas, not of a file about a few', () => {
		const given = values({ a: { 2019: 1, 2020: 2 }, b: { 2019: 1 }, c: { 2019: 1 } });
		expect(newestOfAll(given, ['a', 'b', 'c'])).toBe('2019');
		expect(points(given, 'a', ['a', 'b', 'c']).map(({ period }) => period)).toEqual(['2019']);
	});

	it('is not one of which nothing was published yet, as of incomes in the newest key figures', () => {
		const given = values({ a: { 2019: 5, 2020: 'not_published' }, b: { 2019: 6, 2020: 'not_published' } }); // prettier-ignore
		expect(newestOfAll(given, ['a', 'b'])).toBe('2019');
		expect(points(given, 'a', ['a', 'b'])).toHaveLength(1);
	});

	it('is one that an area lacks for a reason of its own: then no older figure takes its place', () => {
		const given = values({ a: { 2019: 5, 2020: 'unknown_or_secret' }, b: { 2019: 6, 2020: 7 } });
		expect(points(given, 'a', ['a', 'b']).at(-1)?.measured).toEqual({ missing: 'unknown_or_secret' }); // prettier-ignore
		const absent = values({ a: { 2019: 5 }, b: { 2019: 6, 2020: 7 } });
		expect(points(absent, 'a', ['a', 'b'])).toEqual([]);
	});

	it('does not depend on the order of the areas', () => {
		const years = fc.dictionary(fc.constantFrom('2018', '2019', '2020'), fc.constantFrom<Given>(1, 'not_published', 'unknown_or_secret')); // prettier-ignore
		fc.assert(
			fc.property(fc.array(years, { maxLength: 6 }), fc.nat(), (areas, seed) => {
				const given = values(Object.fromEntries(areas.map((one, index) => [`a${index}`, one])));
				const codes = [...given.keys()];
				const turned = [...codes.slice(seed % 6), ...codes.slice(0, seed % 6)].toReversed();
				expect(newestOfAll(given, turned)).toBe(newestOfAll(given, codes));
			}),
		);
	});
});

describe('the points of an area', () => {
	const published = new Set(['2018', '2020']);

	it('break where the maker or the way of measuring is another', () => {
		const other = value('2020', 2, { kind: 'model_estimate' });
		expect(pointsOf([value('2018', 1), other], '2020', published).map(({ isBreak }) => isBreak)).toEqual([false, true]); // prettier-ignore
	});

	it('keep a break at a period that is left out', () => {
		const course = [value('2018', 1), value('2019', 'not_published', { isBreak: true }), value('2020', 2)]; // prettier-ignore
		expect(pointsOf(course, '2020', published).map(({ isBreak }) => isBreak)).toEqual([
			false,
			true,
		]);
	});

	it('have the margin of a share with its base', () => {
		const sample = value('2020', 50, { measured: { value: 50, numerator: 10, denominator: 20 } });
		expect(pointsOf([sample], '2020', published)[0]?.measured).toMatchObject({ lower: expect.closeTo(29.9, 1) as number }); // prettier-ignore
	});
});

it('comparable areas are their middle, where at least five of them have a value', () => {
	const given = values({ a: { 2020: 1 }, b: { 2020: 2 }, c: { 2020: 3 }, d: { 2020: 9 }, e: { 2020: 50, 2019: 4 } }); // prettier-ignore
	expect(besideComparable(given, ['a', 'b', 'c', 'd', 'e'])?.points).toEqual([{ period: '2020', value: 3 }]); // prettier-ignore
	expect(besideComparable(given, ['a', 'b', 'c', 'd'])).toBeNull();
});

it('the values of areas at the newest period are in order, without those that have none', () => {
	const given = values({ a: { 2020: 7 }, b: { 2020: 'unknown_or_secret' }, c: { 2020: 2 } });
	const codes = [...given.keys()];
	expect(valuesAt(codes.map((code) => points(given, code, codes)))).toEqual([2, 7]);
});
