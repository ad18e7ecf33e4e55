import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostIndependent } from './independent.ts';

it('counts a score and what it is made of once', () => {
	const parts: Record<string, string[]> = { score: ['a', 'b'] };
	const isMadeOf = (one: string, other: string) => parts[one]?.includes(other) ?? false;
	expect(mostIndependent(['score'], isMadeOf)).toBe(1);
	expect(mostIndependent(['score', 'a'], isMadeOf)).toBe(1);
	expect(mostIndependent(['score', 'a', 'b'], isMadeOf)).toBe(2);
	expect(mostIndependent(['a', 'b', 'c'], isMadeOf)).toBe(3);
	expect(mostIndependent([], isMadeOf)).toBe(0);
});

const graph = fc.integer({ min: 1, max: 9 }).chain((size) =>
	fc.record({
		members: fc.constant(Array.from({ length: size }, (_, index) => index)),
		edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 16 }),
	}),
);

it('finds the largest set of which no two are related, and one more member never makes it smaller', () => {
	fc.assert(
		fc.property(graph, ({ members, edges }) => {
			const related = (a: number, b: number) =>
				edges.some(([x, y]) => x === a && y === b && a !== b);
			const found = mostIndependent(members, related);
			expect(found).toBe(largestByTrying(members, related));
			expect(mostIndependent(members.slice(1), related)).toBeLessThanOrEqual(found);
		}),
	);
});

function largestByTrying(members: number[], related: (a: number, b: number) => boolean): number {
	let best = 0;
	for (let choice = 0; choice < 2 ** members.length; choice += 1) {
		const some = members.filter((_, index) => (choice >> index) % 2 === 1);
		const isFree = some.every((a) => some.every((b) => !related(a, b)));
		if (isFree) best = Math.max(best, some.length);
	}
	return best;
}
