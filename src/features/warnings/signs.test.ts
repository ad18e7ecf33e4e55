import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleContent } from './rule.ts';
import {
	signOf,
	verdictsOf,
	type Beside,
	type Course,
	type Point,
	type PointValue,
} from './signs.ts';

const text = { nl: 'x', en: 'x' };
const base = {
	name: text,
	why: text,
	levels: ['district' as const],
	leastResidents: null,
	way: 'unfavourable' as const,
	beyondMargin: 1,
};
type OfKind<K> = Extract<RuleContent, { kind: K }>;
const level = (over: Partial<OfKind<'level'>> = {}): OfKind<'level'> => ({ ...base, kind: 'level', indicators: [poor], against: 'municipality', difference: 5, unit: 'points', ...over }); // prettier-ignore
const change = (over: Partial<OfKind<'change'>> = {}): OfKind<'change'> => ({ ...base, kind: 'change', indicators: [poor], periods: 3, test: 'every_step', difference: 2, unit: 'points', ...over }); // prettier-ignore
const tipping = (over: Partial<OfKind<'tipping_point'>> = {}): OfKind<'tipping_point'> => ({ ...base, kind: 'tipping_point', indicators: [poor], way: 'higher', value: 15, saidBy: 'raad', alsoAlways: false, ...over }); // prettier-ignore
const together = (over: Partial<OfKind<'together'>> = {}): OfKind<'together'> => ({ ...base, kind: 'together', indicators: [poor, work, lonely], theme: null, against: 'municipality', difference: 1, unit: 'points', atLeast: 2, ...over }); // prettier-ignore

/** More of it is unfavourable, favourable, unfavourable and estimated out of the first, and neither. */
const poor = 'low-income-households';
const work = 'net-labour-participation';
const lonely = 'lonely';
const neither = 'one-person-households';

const point = (at: number, measured: PointValue, over: Partial<Point> = {}): Point => ({ period: String(at), at, measured, isBreak: false, isProvisional: false, kind: 'register', publisher: 'CBS', tableId: 't', boundaryYear: at, seriesId: at, decimals: 1, ...over }); // prettier-ignore
const missing: PointValue = { missing: 'unknown_or_secret' };
const years = (values: readonly (number | PointValue | null)[], from = 2020): Point[] =>
	values.map((value, index) =>
		point(from + index, value === null ? missing : typeof value === 'number' ? { value } : value),
	);
const beside = (values: readonly number[], margin?: number, from = 2020): Beside => ({
	kind: 'municipality',
	name: 'Arnhem',
	areas: null,
	points: values.map((value, index) => ({
		period: String(from + index),
		value,
		...(margin !== undefined && { lower: value - margin, upper: value + margin }),
	})),
});
const course = (values: readonly (number | PointValue | null)[], other: readonly number[] = [], over: Partial<Course> = {}): Course => ({ indicator: poor, points: years(values), beside: other.length > 0 ? beside(other) : null, ordinarySpread: 4, ...over }); // prettier-ignore
const sure = (value: number, margin: number): PointValue => ({ value, lower: value - margin, upper: value + margin }); // prettier-ignore

describe('the level of a figure', () => {
	it('stands out when it is far enough on the unfavourable side, and says since when', () => {
		const found = signOf(level(), course([9, 16, 17], [10, 10, 11]));
		expect(found).toMatchObject({
			difference: 6,
			way: 'higher',
			since: '2021',
			isSinceStart: false,
		});
		expect(signOf(level(), course([9, 16, 15], [10, 10, 11]))).toBeNull();
		expect(signOf(level(), course([1], [10]))).toBeNull();
	});

	it('looks down where more is favourable, and up where people say so', () => {
		const low = course([60], [66], { indicator: work });
		expect(signOf(level({ indicators: [work] }), low)).toMatchObject({
			way: 'lower',
			difference: 6,
		});
		const single = course([60], [50], { indicator: neither });
		expect(signOf(level({ indicators: [neither] }), single)).toBeNull();
		expect(signOf(level({ indicators: [neither], way: 'higher' }), single)).toBeNull();
		const share = course([60], [50], { indicator: 'rented' });
		expect(signOf(level({ indicators: ['rented'] }), share)).toBeNull();
		expect(signOf(level({ indicators: ['rented'], way: 'higher' }), share)).not.toBeNull();
	});

	it('has to be more than the margin of the difference', () => {
		expect(signOf(level(), course([sure(17, 5)], [11]))).toMatchObject({ margin: 5 });
		expect(signOf(level(), course([sure(17, 6)], [11]))).toBeNull();
		expect(signOf(level({ beyondMargin: 2 }), course([sure(17, 5)], [11]))).toBeNull();
		const both = course([sure(17, 5)], [], { beside: beside([11], 4) });
		expect(signOf(level(), both)).toBeNull();
	});

	it('is counted in percent, or in ordinary differences between areas', () => {
		const percent = level({ unit: 'percent', difference: 20 });
		expect(signOf(percent, course([12], [10]))).not.toBeNull();
		expect(signOf(percent, course([11.9], [10]))).toBeNull();
		const spread = level({ unit: 'spread', difference: 1.5 });
		expect(signOf(spread, course([16], [10]))).not.toBeNull();
		expect(signOf(spread, course([15.9], [10]))).toBeNull();
		expect(signOf(spread, course([99], [10], { ordinarySpread: null }))).toBeNull();
	});

	it('is not told from an older figure, nor against one that is not there', () => {
		expect(signOf(level(), course([30, null], [10, 10]))).toBeNull();
		expect(signOf(level(), course([30, 30], [10]))).toBeNull();
		expect(signOf(level(), course([30]))).toBeNull();
	});

	it('does not reach back over a break', () => {
		const points = years([17, 17, 17]);
		points[1] = { ...points[1]!, isBreak: true };
		const found = signOf(level(), { ...course([], [10, 10, 10]), points });
		expect(found).toMatchObject({ since: '2021' });
	});
});

describe('a change', () => {
	it('stands out when every step goes the same way and the whole is enough', () => {
		expect(signOf(change(), course([30, 10, 11, 12]))).toMatchObject({
			difference: 2,
			since: '2021',
		});
		expect(signOf(change(), course([10, 11, 11.9]))).toBeNull();
		expect(signOf(change(), course([10, 13, 12.9]))).toBeNull();
		expect(signOf(change(), course([12, 11, 10]))).toBeNull();
		expect(signOf(change({ way: 'lower' }), course([12, 11, 10]))).toMatchObject({ way: 'lower' });
	});

	it('is no trend with too few periods, a missing one, or a break in between', () => {
		expect(signOf(change(), course([10, 14]))).toBeNull();
		expect(signOf(change(), course([10, null, 14, 18]))).toBeNull();
		const broken = years([10, 12, 14]);
		broken[2] = { ...broken[2]!, isBreak: true };
		expect(signOf(change(), { ...course([]), points: broken })).toBeNull();
		const before = years([10, 12, 14]);
		before[0] = { ...before[0]!, isBreak: true };
		expect(signOf(change(), { ...course([]), points: before })).not.toBeNull();
	});

	it('has to be more than the margins of its ends', () => {
		expect(signOf(change(), course([sure(10, 3), 12, sure(15, 4)]))).toBeNull();
		expect(signOf(change(), course([sure(10, 3), 12, sure(15.1, 4)]))).toMatchObject({ margin: 5 });
	});

	it('can be a trend by Mann and Kendall, that one step the other way does not hide', () => {
		const trend = change({ test: 'trend', periods: 6, difference: 2 });
		const found = signOf(trend, course([10, 11, 12, 11.5, 13, 14]));
		expect(found?.trend?.chance).toBeCloseTo(0.0083, 3);
		expect(found?.trend?.slope).toBeCloseTo(0.75, 2);
		expect(signOf(trend, course([10, 12, 11, 10, 13, 14]))).toBeNull();
	});
});

describe('a tipping point', () => {
	it('is crossed when a figure that was before it is past it', () => {
		expect(signOf(tipping(), course([14, 16, 17]))).toMatchObject({ since: '2021', difference: 2 });
		expect(signOf(tipping(), course([14, 15]))).toBeNull();
		expect(signOf(tipping(), course([16, 17]))).toBeNull();
		expect(signOf(tipping({ alsoAlways: true }), course([16, 17]))).toMatchObject({ isSinceStart: true }); // prettier-ignore
		expect(signOf(tipping(), course([null, 17]))).toBeNull();
	});

	it('is crossed only by more than the margin', () => {
		expect(signOf(tipping(), course([14, sure(17, 2)]))).toBeNull();
		expect(signOf(tipping(), course([14, sure(17, 1.9)]))).toMatchObject({ margin: expect.closeTo(1.9) as number }); // prettier-ignore
	});
});

describe('small signs together', () => {
	const some = (values: Record<string, [number, number]>) =>
		Object.entries(values).map(([indicator, [own, other]]) =>
			course([own], [other], { indicator }),
		);

	it('count when there are enough of them', () => {
		const courses = some({ [poor]: [12, 10], [work]: [60, 63] });
		const [found] = verdictsOf(together(), courses, null);
		expect(found).toMatchObject({ subject: '', counted: 2 });
		expect(verdictsOf(together({ atLeast: 3 }), courses, null)).toEqual([]);
	});

	it('count an estimate and what it was estimated from once, and show both', () => {
		const courses = some({ [poor]: [12, 10], [lonely]: [50, 45] });
		expect(verdictsOf(together(), courses, null)).toEqual([]);
		const [found] = verdictsOf(together(), [...courses, ...some({ [work]: [60, 63] })], null);
		expect(found?.counted).toBe(2);
		expect(found?.signs).toHaveLength(3);
	});
});

it('areas with few residents, or of which that is not known, are left out when the rule says so', () => {
	const rule = level({ leastResidents: 200 });
	const courses = [course([30], [10])];
	expect(verdictsOf(rule, courses, 200)).toHaveLength(1);
	expect(verdictsOf(rule, courses, 199)).toEqual([]);
	expect(verdictsOf(rule, courses, null)).toEqual([]);
});

describe('whatever the figures', () => {
	const number = fc.integer({ min: 0, max: 60 });
	const value = fc.oneof(
		{ weight: 5, arbitrary: number },
		{ weight: 1, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.tuple(number, fc.integer({ min: 0, max: 9 })).map(([one, margin]) => sure(one, margin)) }, // prettier-ignore
	);
	const rule = fc.oneof(
		fc.record({ difference: fc.integer({ min: 1, max: 20 }), unit: fc.constantFrom('points' as const, 'percent' as const, 'spread' as const) }).map((over) => level(over)), // prettier-ignore
		fc.record({ difference: fc.integer({ min: 1, max: 20 }), periods: fc.integer({ min: 3, max: 5 }), test: fc.constantFrom('every_step' as const, 'trend' as const) }).map((over) => change(over)), // prettier-ignore
		fc.record({ value: number, alsoAlways: fc.boolean() }).map((over) => tipping(over)),
	);
	const values = fc.array(value, { minLength: 1, maxLength: 6 });
	const others = fc.array(number, { minLength: 6, maxLength: 6 });

	it('a newest figure that is farther never takes a warning away', () => {
		fc.assert(
			fc.property(rule, values, others, fc.nat(40), (one, some, other, more) => {
				const last = some.at(-1)!;
				if (last === null || signOf(one, course(some, other)) === null) return;
				const moved =
					typeof last === 'number'
						? last + more
						: 'value' in last
							? { value: last.value + more, lower: last.lower! + more, upper: last.upper! + more }
							: last;
				expect(signOf(one, course([...some.slice(0, -1), moved], other))).not.toBeNull();
			}),
			{ numRuns: 1000 },
		);
	});

	it('a value that goes missing never makes a warning', () => {
		fc.assert(
			fc.property(rule, values, others, fc.nat(5), (one, some, other, at) => {
				if (signOf(one, course(some, other)) !== null) return;
				const fewer = some.map((value, index) => (index === at ? null : value));
				expect(signOf(one, course(fewer, other))).toBeNull();
			}),
			{ numRuns: 1000 },
		);
	});

	it('one more sign never takes a warning about signs together away', () => {
		const many = ['low-income-households', 'net-labour-participation', 'lonely', 'volunteers', 'good-perceived-health', 'unoccupied-dwellings', 'liveability-score', 'liveability-housing-stock']; // prettier-ignore
		const all = many.map(
			(indicator) =>
			course([indicator === 'low-income-households' || indicator === 'lonely' || indicator === 'unoccupied-dwellings' ? 20 : 5], [10], { indicator }), // prettier-ignore
		);
		fc.assert(
			fc.property(
				fc.subarray(all),
				fc.nat(7),
				fc.integer({ min: 2, max: 4 }),
				(some, at, atLeast) => {
					const one = together({ indicators: many, atLeast });
					if (verdictsOf(one, some, null).length === 0) return;
					expect(verdictsOf(one, [...new Set([...some, all[at]!])], null)).toHaveLength(1);
				},
			),
		);
	});
});
