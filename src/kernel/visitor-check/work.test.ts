import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSolved, puzzles, solve, solves } from './work.ts';

/** Zero bits at the start, counted one by one: another way than the one that is tested. */
function zeros(text: string): number {
	const bits = [...createHash('sha256').update(text).digest()]
		.map((byte) => byte.toString(2).padStart(8, '0'))
		.join('');
	return bits.indexOf('1') === -1 ? 256 : bits.indexOf('1');
}

describe('proof of work', () => {
	it('counts zero bits of SHA-256 as Node does', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(15), fc.nat(1e6), (challenge, index, number) => {
				const nonce = number.toString(36);
				const found = zeros(`${challenge}:${index}:${nonce}`);
				expect(solves(challenge, index, nonce, found)).toBe(true);
				expect(solves(challenge, index, nonce, found + 1)).toBe(false);
			}),
		);
	});

	it('is right for its own challenge and for no other', () => {
		const solution = solve('one', 8);
		expect(isSolved('one', 8, solution)).toBe(true);
		expect(isSolved('two', 8, solution)).toBe(false);
		expect(isSolved('one', 12, solution)).toBe(false);
	});

	it('solves every puzzle: the solution of one does not do for the others', () => {
		const nonces = solve('one', 8).split('.');
		expect(nonces).toHaveLength(puzzles);
		expect(isSolved('one', 8, Array(puzzles).fill(nonces[0]).join('.'))).toBe(false);
		expect(isSolved('one', 8, nonces.slice(1).join('.'))).toBe(false);
		expect(isSolved('one', 8, [...nonces.slice(1), 'x'.repeat(5000)].join('.'))).toBe(false);
	});
});
