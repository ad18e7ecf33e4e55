import { room, type Move, type MoveState } from './disclosure-state.ts';

/** No relation: where counts that stand in one sum only lead to. Nothing has to balance there. */
const OUTSIDE = 0;

/**
 * The cheapest move of one count by `sign` (1 up, −1 down) with the others that balance it, among counts that stand in
 * two sums at most; null when there is none. Each count that moves must have room for `least`.
 *
 * A shortest path (Dijkstra, 1959) from sum to sum: a count that moves leaves its other sum out of balance, by one too
 * many or one too few, until the path comes back to the other side of the first count. Sums with their imbalance are the
 * nodes, counts the edges. In a table of two dimensions, of which one may have levels, this is the network of Kelly,
 * Golden & Assad (Networks 22 (1992) 397–417).
 */
export function cheapestCircuit(
	state: MoveState,
	cell: number,
	sign: number,
	least: number,
): Move | null {
	const ends = endsOf(state, cell, sign);
	if (!ends) return null;
	const [from, to] = ends;
	if (from === OUTSIDE && to === OUTSIDE) return new Map([[cell, sign]]);
	const path = shortestPath(state, from, to === OUTSIDE ? OUTSIDE : to ^ 1, cell, least);
	return path && summed([[cell, sign], ...path]);
}

/** The two nodes that a moving count leads to: its sums, each with too many or too few; null when it has more than two. */
function endsOf(
	{ graph }: MoveState,
	cell: number,
	sign: number,
): readonly [number, number] | null {
	const first = graph.startOf[cell]!;
	const sums = graph.startOf[cell + 1]! - first;
	if (sums > 2) return null;
	const node = (index: number) => nodeOf(graph.relations[index]!, sign * graph.weightsOf[index]!);
	return [sums > 0 ? node(first) : OUTSIDE, sums > 1 ? node(first + 1) : OUTSIDE];
}

/** A sum with too many (even) or too few (odd); 0 and 1 are the outside. */
function nodeOf(relation: number, imbalance: number): number {
	return 2 * relation + (imbalance > 0 ? 2 : 3);
}

type Step = readonly [cell: number, sign: number];

function shortestPath(
	state: MoveState,
	from: number,
	goal: number,
	without: number,
	least: number,
): Step[] | null {
	const { graph, price } = state;
	const nodes = 2 * graph.start.length;
	const distance = new Float64Array(nodes).fill(Infinity);
	const cameBy = new Int32Array(nodes);
	const cameFrom = new Int32Array(nodes).fill(-1);
	const isDone = new Uint8Array(nodes);
	const queue = new NodeQueue();
	distance[from] = 0;
	queue.push(from, 0);
	const tryStep = (node: number, cell: number, sign: number, next: number) => {
		const length = distance[node]! + price[cell]!;
		if (length >= distance[next]! || length === Infinity || cell === without) return;
		if (room(state, cell, sign) < least) return;
		distance[next] = length;
		cameFrom[next] = node;
		cameBy[next] = sign * (cell + 1);
		queue.push(next, length);
	};
	for (let node = queue.pop(); node !== -1; node = queue.pop()) {
		if (isDone[node]) continue;
		if (node === goal) return pathTo(goal, cameFrom, cameBy);
		isDone[node] = 1;
		if (node === OUTSIDE) {
			for (const cell of graph.loose) {
				const index = graph.startOf[cell]!;
				for (const sign of [1, -1])
					tryStep(
						node,
						cell,
						sign,
						nodeOf(graph.relations[index]!, sign * graph.weightsOf[index]!),
					);
			}
			continue;
		}
		const relation = (node >> 1) - 1;
		const imbalance = node & 1 ? -1 : 1;
		for (let index = graph.start[relation]!; index < graph.start[relation + 1]!; index += 1) {
			const other = graph.others[index]!;
			if (other === -2) continue;
			const sign = -imbalance * graph.weights[index]!;
			const next = other === -1 ? OUTSIDE : nodeOf(other, sign * graph.weightsThere[index]!);
			tryStep(node, graph.cells[index]!, sign, next);
		}
	}
	return null;
}

function pathTo(goal: number, cameFrom: Int32Array, cameBy: Int32Array): Step[] {
	const path: Step[] = [];
	for (let node = goal; cameFrom[node] !== -1; node = cameFrom[node]!)
		path.push([Math.abs(cameBy[node]!) - 1, Math.sign(cameBy[node]!)]);
	return path;
}

/** A path may pass a count twice; what counts is what it does in all. */
function summed(steps: readonly Step[]): Move {
	const move = new Map<number, number>();
	for (const [cell, sign] of steps) move.set(cell, (move.get(cell) ?? 0) + sign);
	for (const [cell, change] of move) if (change === 0) move.delete(cell);
	return move;
}

/** The nodes still to be visited, nearest first; of equal ones that which came first (a binary heap). */
class NodeQueue {
	private readonly heap: { node: number; length: number; order: number }[] = [];
	private pushed = 0;

	push(node: number, length: number): void {
		const { heap } = this;
		const entry = { node, length, order: this.pushed };
		this.pushed += 1;
		let place = heap.push(entry) - 1;
		while (place > 0) {
			const above = (place - 1) >> 1;
			if (!isBefore(entry, heap[above]!)) break;
			heap[place] = heap[above]!;
			place = above;
		}
		heap[place] = entry;
	}

	/** The nearest node, or −1. */
	pop(): number {
		const { heap } = this;
		const nearest = heap[0];
		const last = heap.pop();
		if (!nearest || !last) return -1;
		if (heap.length === 0) return nearest.node;
		let place = 0;
		for (;;) {
			let below = 2 * place + 1;
			if (below >= heap.length) break;
			if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
			if (!isBefore(heap[below]!, last)) break;
			heap[place] = heap[below]!;
			place = below;
		}
		heap[place] = last;
		return nearest.node;
	}
}

function isBefore(a: { length: number; order: number }, b: { length: number; order: number }) {
	return a.length < b.length || (a.length === b.length && a.order < b.order);
}
