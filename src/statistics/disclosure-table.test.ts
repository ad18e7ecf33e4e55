import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { determined, extremes } from './disclosure-audit.ts';
import { protectTable } from './disclosure-table.ts';
import { knowledgeOf, randomTable, withHoles, type TestTable } from './disclosure.test-data.ts';

const count = (id: string, own: number) => ({ id, count: own, isSensitive: true });

/** Linear programs for every hidden count of a few hundred tables take a while on a busy machine. */
const timeout = 60_000;

describe('a table', () => {
	test('without small counts is shown whole, rounded to 5', () => {
		const cells = [count('total', 61), count('a', 22), count('b', 39)];
		const { shown } = protectTable(cells, [{ total: 'total', parts: ['a', 'b'] }], 'public');
		expect([...shown]).toEqual([
			['total', { kind: 'count', value: 60 }],
			['a', { kind: 'count', value: 20 }],
			['b', { kind: 'count', value: 40 }],
		]);
	});

	test('does not give a small count away as what is left of the total', () => {
		const cells = [count('total', 61), count('a', 4), count('b', 57)];
		const { shown } = protectTable(cells, [{ total: 'total', parts: ['a', 'b'] }], 'public');
		const open = [...shown].filter(([, { kind }]) => kind === 'count');
		expect(open.length).toBeLessThan(2);
		expect(shown.get('a')).toEqual({ kind: 'too_small' });
	});
});

/** What an attacker finds of a protected table: hidden counts found exactly, and small ones narrowed to less than 0–9. */
function found(
	table: TestTable,
	protectedTable = protectTable(table.cells, table.relations, 'public'),
) {
	const knowledge = knowledgeOf(table, protectedTable);
	const ranges = extremes(knowledge);
	if (!ranges) throw new Error('A true table cannot contradict itself');
	const exact = determined(knowledge);
	return table.cells.flatMap(({ id, count }) => {
		if (protectedTable.shown.get(id)?.kind === 'count') return [];
		const { lowest, highest } = ranges.get(id) ?? { lowest: 0, highest: 0 };
		const isNarrow =
			count < 10 ? lowest > 0 || highest < 9 : lowest === highest && protectedTable.shown.has(id);
		return isNarrow || (exact.has(id) && protectedTable.shown.has(id)) ? [`${id}: ${lowest}–${highest}, truly ${count}`] : []; // prettier-ignore
	});
}

describe('nothing hidden can be found, nor narrowed to less than 0–9,', () => {
	test.each([
		['one dimension', 1, 8, 200],
		['two dimensions', 2, 4, 200],
		['three dimensions', 3, 2, 60],
	])('in tables of %s with all their totals', { timeout }, (_, dimensions, most, numRuns) => {
		fc.assert(
			fc.property(randomTable(dimensions, most), (table) => {
				expect(found(table)).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test.each([
		['two dimensions', 2, 4, 200],
		['three dimensions', 3, 2, 60],
	])(
		'in tables of %s in which sums and counts are missing',
		{ timeout },
		(_, dimensions, most, numRuns) => {
			fc.assert(
				fc.property(withHoles(randomTable(dimensions, most)), (table) => {
					expect(found(table)).toEqual([]);
				}),
				{ numRuns },
			);
		},
	);
});
