import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyOf, type AreaYear } from './area-history.ts';
import type { AreaChange } from './read-changes.ts';

const change = (
	from: string,
	to: string,
	year: number,
	share: number | null = null,
): AreaChange => ({
	from,
	to,
	year,
	share,
});
const known = (code: string, year: number, boundaryChange: number | null = 1): AreaYear => ({
	code,
	year,
	boundaryChange,
});

describe('the codes of an area through the years', () => {
	test('without changes it is one span', () => {
		expect(historyOf('BU1', [], [known('BU1', 2019), known('BU1', 2020)])).toEqual([
			{ from: null, until: null, codes: ['BU1'], shares: [null], relation: 'same', reason: null },
		]);
	});

	test('a code that was renumbered is followed', () => {
		const spans = historyOf('B', [change('A', 'B', 2020, 1)], [known('B', 2020, 2)]);
		expect(spans.map(({ from, until, codes, relation }) => [from, until, codes, relation])).toEqual(
			[
				[2020, null, ['B'], 'same'],
				[null, 2019, ['A'], 'same'],
			],
		);
	});

	test('what was merged is the sum of its parts', () => {
		const spans = historyOf(
			'C',
			[change('A', 'C', 2020), change('B', 'C', 2020)],
			[known('C', 2020, 3)],
		);
		expect(spans[1]).toMatchObject({ codes: ['A', 'B'], relation: 'sum', until: 2019 });
	});

	test('an area that took in another was itself and the other', () => {
		const spans = historyOf('A', [change('B', 'A', 2020)], [known('A', 2019), known('A', 2020, 3)]);
		expect(spans[1]).toMatchObject({ codes: ['A', 'B'], relation: 'sum' });
	});

	test('what was split off is a break, with its share', () => {
		const spans = historyOf('B', [change('A', 'B', 2020, 0.35), change('A', 'C', 2020, 0.65)], []);
		expect(spans[1]).toMatchObject({
			codes: ['A'],
			shares: [0.35],
			relation: 'break',
			reason: 'split',
		});
	});

	test('another boundary that no file explains is a break, and so is another code', () => {
		expect(historyOf('A', [], [known('A', 2020, 3)])[1]).toMatchObject({
			relation: 'break',
			reason: 'boundary',
		});
		expect(historyOf('A', [], [known('A', 2020, 2)])[1]).toMatchObject({
			relation: 'break',
			reason: 'code',
		});
	});

	test('one code for one other is a break when the publication says that the boundary is another', () => {
		const spans = historyOf('B', [change('A', 'B', 2020)], [known('B', 2020, 3)]);
		expect(spans[1]).toMatchObject({ codes: ['A'], relation: 'break', reason: 'boundary' });
	});

	test('a code that goes on without a part of what it was is a break', () => {
		const spans = historyOf(
			'A',
			[change('A', 'C', 2020, 0.2)],
			[known('A', 2019), known('A', 2020)],
		);
		expect(spans[1]).toMatchObject({
			codes: ['A'],
			relation: 'break',
			reason: 'split',
			until: 2019,
		});
		const ended = historyOf('A', [change('A', 'C', 2020)], [known('A', 2019), known('C', 2020)]);
		expect(ended).toHaveLength(1);
	});

	test('what lies before a break is not looked at', () => {
		const spans = historyOf('A', [change('X', 'A', 2018)], [known('A', 2020, 3)]);
		expect(spans).toHaveLength(2);
	});

	test('it goes on through several years', () => {
		const spans = historyOf(
			'D',
			[change('C', 'D', 2022), change('A', 'C', 2020), change('B', 'C', 2020)],
			[],
		);
		expect(spans.map(({ codes, relation }) => [codes, relation])).toEqual([
			[['D'], 'same'],
			[['C'], 'same'],
			[['A', 'B'], 'sum'],
		]);
	});

	/** Years in which codes are renumbered, merged and split at random, each code counting people. */
	const worlds = fc
		.array(
			fc.array(
				fc.record({ kind: fc.constantFrom('same', 'renumber', 'merge', 'split'), size: fc.nat() }),
				{
					minLength: 1,
					maxLength: 5,
				},
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((steps) => {
			let next = 10;
			let counts = new Map([...'01234567'].map((digit, index) => [digit, 100 + index]));
			const perYear = [counts];
			const changes: AreaChange[] = [];
			const years: AreaYear[] = [...counts.keys()].map((code) => known(code, 2000));
			for (const [index, happenings] of steps.entries()) {
				const year = 2001 + index;
				const left = [...counts];
				const after = new Map<string, number>();
				for (const { kind, size } of happenings) {
					const [one, other] = [left.shift(), kind === 'merge' ? left.shift() : undefined];
					if (!one) break;
					const name = String(next++);
					if (kind === 'same') after.set(...one);
					else if (kind === 'split') {
						const second = String(next++);
						const part = 1 + (size % (one[1] - 1));
						after.set(name, part).set(second, one[1] - part);
						changes.push(
							change(one[0], name, year, part / one[1]),
							change(one[0], second, year, 1 - part / one[1]),
						);
					} else {
						after.set(name, one[1] + (other?.[1] ?? 0));
						for (const part of [one, other]) if (part) changes.push(change(part[0], name, year));
					}
				}
				for (const rest of left) after.set(...rest);
				counts = after;
				perYear.push(counts);
				years.push(...[...counts.keys()].map((code) => known(code, year, null)));
			}
			return { changes, years, perYear };
		});

	test('what is followed counts the same people in every year', () => {
		fc.assert(
			fc.property(worlds, ({ changes, years, perYear }) => {
				for (const [code, people] of perYear.at(-1)!) {
					for (const span of historyOf(code, changes, years)) {
						if (span.relation === 'break') continue;
						const until = span.until ?? 2000 + perYear.length - 1;
						for (let year = Math.max(span.from ?? 2000, 2000); year <= until; year += 1) {
							const counts = perYear[year - 2000]!;
							const sum = span.codes.reduce((total, one) => total + counts.get(one)!, 0);
							expect([code, year, sum]).toEqual([code, year, people]);
						}
					}
				}
			}),
		);
	});

	test('spans follow each other without a gap, and only the last can be a break', () => {
		fc.assert(
			fc.property(worlds, ({ changes, years, perYear }) => {
				for (const code of perYear.at(-1)!.keys()) {
					const spans = historyOf(code, changes, years);
					for (const [index, span] of spans.entries()) {
						expect(span.from).toBe(spans[index + 1] ? spans[index + 1]!.until! + 1 : null);
						expect(span.relation === 'break').toBe(span.reason !== null);
						if (span.relation === 'break') expect(index).toBe(spans.length - 1);
					}
				}
			}),
		);
	});
});
