import { room, type Move, type MoveState } from './disclosure-state.ts';

/** How many ways out of a sum are tried at most, cheapest first. */
const WAYS = 6;
/** How many counts are moved at most. */
const DEPTH = 60;
/** How many steps a search takes at most, and how many after the first move was found. */
const STEPS = 3000;
const STEPS_AFTER_FOUND = 40;

/**
 * A cheap move of one count by `sign` with the others that balance it, for counts in any number of sums (tables of three
 * dimensions, several levels crossed); null when none is found. Each count that moves must have room for `least`.
 *
 * Takes the sum that has been out of balance longest, and tries the counts that are cheapest and bring most other sums
 * into balance, step by step, going back when it leads nowhere (depth first, bounded). What it finds in a table of n
 * dimensions is mostly a hypercube of 2^n counts (S. Giessing & D. Repsilber, GHMITER, in: Inference Control in
 * Statistical Databases, LNCS 2316, 2002); where no other count can step in, the totals move too.
 */
export function cheapTree(
	state: MoveState,
	cell: number,
	sign: number,
	least: number,
): Move | null {
	const { graph, price } = state;
	const imbalance = new Map<number, number>();
	const moved = new Map<number, number>();
	let best: Move | null = null;
	let bestCost = Infinity;
	let stepsLeft = STEPS;

	const apply = (which: number, by: number) => {
		for (let index = graph.startOf[which]!; index < graph.startOf[which + 1]!; index += 1) {
			const relation = graph.relations[index]!;
			const now = (imbalance.get(relation) ?? 0) + by * graph.weightsOf[index]!;
			if (now === 0) imbalance.delete(relation);
			else imbalance.set(relation, now);
		}
	};
	const search = (cost: number) => {
		if (cost >= bestCost) return;
		const oldest = imbalance.entries().next();
		if (oldest.done) {
			best = new Map(moved);
			bestCost = cost;
			stepsLeft = Math.min(stepsLeft, STEPS_AFTER_FOUND);
			return;
		}
		if (moved.size >= DEPTH) return;
		const [relation, excess] = oldest.value;
		for (const [which, by] of waysOut(relation, excess)) {
			if (stepsLeft <= 0) return;
			stepsLeft -= 1;
			// Taken back, the sums that it touched are in another order; the oldest is then another, which is as good.
			moved.set(which, by);
			apply(which, by);
			search(cost + price[which]!);
			apply(which, -by);
			moved.delete(which);
		}
	};
	const waysOut = (relation: number, excess: number) => {
		const ways: { which: number; by: number; score: number }[] = [];
		for (let index = graph.start[relation]!; index < graph.start[relation + 1]!; index += 1) {
			const which = graph.cells[index]!;
			const by = excess > 0 ? -graph.weights[index]! : graph.weights[index]!;
			if (price[which] === Infinity || moved.has(which) || room(state, which, by) < least) continue;
			ways.push({ which, by, score: price[which]! + disorder(which, by) });
		}
		ways.sort((a, b) => a.score - b.score);
		return ways.slice(0, WAYS).map(({ which, by }) => [which, by] as const);
	};
	/** How much further from balance the sums of a count come when it moves. */
	const disorder = (which: number, by: number) => {
		let more = 0;
		for (let index = graph.startOf[which]!; index < graph.startOf[which + 1]!; index += 1) {
			const before = imbalance.get(graph.relations[index]!) ?? 0;
			more += Math.abs(before + by * graph.weightsOf[index]!) - Math.abs(before);
		}
		return more;
	};

	moved.set(cell, sign);
	apply(cell, sign);
	search(0);
	return best;
}
