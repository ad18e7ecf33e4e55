import { describe, expect, test } from 'vitest';
import { protectTable } from './disclosure-table.ts';

const count = (id: string, own: number) => ({ id, count: own, isSensitive: true });

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
