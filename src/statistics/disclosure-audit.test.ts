import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	determined,
	extremes,
	narrow,
	roundedPercentage,
	sumOfParts,
	type Knowledge,
} from './disclosure-audit.ts';
import { knowledgeOf, randomTable } from './disclosure.test-data.ts';

const known = (id: string, count: number) => ({ id, lowest: count, highest: count });
const unknown = (id: string) => ({ id, lowest: 0, highest: Infinity });

/** Two rows by two columns with totals, of which the four within are hidden and the totals known. */
const square: Knowledge = {
	cells: [
		...['a1', 'a2', 'b1', 'b2'].map(unknown),
		known('a', 12),
		known('b', 30),
		known('1', 20),
		known('2', 22), // prettier-ignore
	],
	sums: [
		sumOfParts('a', ['a1', 'a2']),
		sumOfParts('b', ['b1', 'b2']),
		sumOfParts('1', ['a1', 'b1']),
		sumOfParts('2', ['a2', 'b2']),
	],
};

describe('the auditor, given a table that leaks,', () => {
	const single: Knowledge = {
		cells: [known('total', 61), unknown('a'), known('b', 57)],
		sums: [sumOfParts('total', ['a', 'b'])],
	};

	test('finds a single hidden part as the rest of its total', () => {
		expect(determined(single)).toEqual(new Set(['a']));
		expect(narrow(single)?.get('a')).toEqual({ lowest: 4, highest: 4 });
		expect(extremes(single)?.get('a')).toEqual({ lowest: 4, highest: 4 });
	});

	test('finds it from rounded numbers to within what the rounding leaves', () => {
		const rounded = {
			...single,
			cells: [{ id: 'total', lowest: 58, highest: 62 }, unknown('a'), { id: 'b', lowest: 53, highest: 57 }], // prettier-ignore
		};
		expect(determined(rounded).size).toBe(0);
		expect(narrow(rounded)?.get('a')).toEqual({ lowest: 1, highest: 9 });
		expect(extremes(rounded)?.get('a')).toEqual({ lowest: 1, highest: 9 });
	});

	test('sees that two hidden parts of a small total are smaller than they say', () => {
		const pair = {
			cells: [known('total', 40), unknown('a'), unknown('b'), known('c', 37)],
			sums: [sumOfParts('total', ['a', 'b', 'c'])],
		};
		expect(determined(pair).size).toBe(0);
		expect(narrow(pair)?.get('a')).toEqual({ lowest: 0, highest: 3 });
	});

	test('sees through two sums what neither tells alone', () => {
		// x + y = 12 and x + y + z = 15: of x and y nothing, but z is 3.
		const two = {
			cells: [unknown('x'), unknown('y'), unknown('z'), known('p', 12), known('q', 15)],
			sums: [sumOfParts('p', ['x', 'y']), sumOfParts('q', ['x', 'y', 'z'])],
		};
		expect(determined(two)).toEqual(new Set(['z']));
		expect(extremes(two)?.get('z')).toEqual({ lowest: 3, highest: 3 });
		// Narrowing sum by sum does not see it: this is why it is not enough.
		expect(narrow(two)?.get('z')).toEqual({ lowest: 0, highest: 15 });
	});

	test('sees that zeros in the totals leave nothing to choose', () => {
		const totals = new Map([['a', 0], ['b', 42]]); // prettier-ignore
		const empty = {
			...square,
			cells: square.cells.map((cell) => {
				const total = totals.get(cell.id);
				return total === undefined ? cell : known(cell.id, total);
			}),
		};
		expect(narrow(empty)?.get('a1')).toEqual({ lowest: 0, highest: 0 });
	});

	test('works a part back from its percentage', () => {
		const ofBase: Knowledge = {
			cells: [{ id: 'base', lowest: 148, highest: 152 }, unknown('part')],
			sums: roundedPercentage('part', 'base', 4),
		};
		expect(narrow(ofBase)?.get('part')).toEqual({ lowest: 6, highest: 6 });
		expect(extremes(ofBase)?.get('part')).toEqual({ lowest: 6, highest: 6 });
	});
});

describe('the auditor, given a table that is safe,', () => {
	test('finds nothing', () => {
		expect(determined(square).size).toBe(0);
		expect(extremes(square)?.get('a1')).toEqual({ lowest: 0, highest: 12 });
		expect(extremes(square)?.get('b2')).toEqual({ lowest: 10, highest: 22 });
	});

	test('does not find what contradicts itself', () => {
		const wrong = { ...square, cells: square.cells.map((cell) => (cell.id === 'a' ? known('a', 50) : cell)) }; // prettier-ignore
		expect(extremes(wrong)).toBeNull();
	});
});

test('the three ways agree: what is true is never ruled out, and each finds at least what a weaker one finds', () => {
	fc.assert(
		fc.property(randomTable(2, 3), fc.infiniteStream(fc.boolean()), (table, coin) => {
			const shown = new Map(table.cells.map(({ id, count }) => [id, coin.next().value ? { kind: 'count' as const, value: count } : { kind: 'too_small' as const }])); // prettier-ignore
			const knowledge = knowledgeOf(table, { shown });
			const [byNarrowing, byPrograms] = [narrow(knowledge), extremes(knowledge)];
			const byAlgebra = determined(knowledge);
			for (const { id, count } of table.cells) {
				const [wide, tight] = [byNarrowing?.get(id), byPrograms?.get(id)];
				if (!wide || !tight) throw new Error('A true table cannot contradict itself');
				expect(wide.lowest).toBeLessThanOrEqual(tight.lowest);
				expect(tight.lowest).toBeLessThanOrEqual(count);
				expect(count).toBeLessThanOrEqual(tight.highest);
				expect(tight.highest).toBeLessThanOrEqual(wide.highest);
				if (byAlgebra.has(id)) expect(tight).toEqual({ lowest: count, highest: count });
			}
		}),
	);
});
