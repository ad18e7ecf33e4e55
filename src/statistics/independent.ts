/**
 * The most members of a set of which no two are related: so many things that do not rest on one another. `related` is
 * asked both ways. Exact, by trying with and without the member that has most relations; what has none counts at once.
 * A larger set never gives a smaller answer. Meant for some dozens of members.
 */
export function mostIndependent<T>(
	members: readonly T[],
	related: (a: T, b: T) => boolean,
): number {
	const neighbours = new Map(
		members.map((one) => [
			one,
			new Set(
				members.filter((other) => other !== one && (related(one, other) || related(other, one))),
			),
		]),
	);
	return most(new Set(members), neighbours);
}

function most<T>(left: ReadonlySet<T>, neighbours: ReadonlyMap<T, ReadonlySet<T>>): number {
	const related = (one: T) => [...(neighbours.get(one) ?? [])].filter((other) => left.has(other));
	const byRelations = [...left].map((one) => ({ one, others: related(one) }));
	const busiest = byRelations.reduce<{ one: T; others: T[] } | null>(
		(best, next) => (best === null || next.others.length > best.others.length ? next : best),
		null,
	);
	if (busiest === null || busiest.others.length === 0) return left.size;
	const leaf = byRelations.find(({ others }) => others.length === 1);
	// Of two that only rest on each other, or a leaf: taking the leaf is never worse.
	if (leaf) return 1 + most(without(left, [leaf.one, ...leaf.others]), neighbours);
	return Math.max(
		1 + most(without(left, [busiest.one, ...busiest.others]), neighbours),
		most(without(left, [busiest.one]), neighbours),
	);
}

function without<T>(set: ReadonlySet<T>, gone: readonly T[]): Set<T> {
	const rest = new Set(set);
	for (const one of gone) rest.delete(one);
	return rest;
}
