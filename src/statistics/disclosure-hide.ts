import { cheapestCircuit } from './disclosure-circuit.ts';
import type { TableModel } from './disclosure-model.ts';
import { makeMove, timesPossible, UNBOUNDED, type MoveState } from './disclosure-state.ts';
import { unlinkedParts, type TablePart } from './disclosure-parts.ts';
import { sumGraph, type SumGraph } from './disclosure-sums.ts';
import { cheapTree } from './disclosure-tree.ts';
import { LARGEST_HIDDEN_COUNT } from './disclosure.ts';

/** What a count that is hidden already costs, so that among those too the shortest way is taken. */
const HIDDEN_PRICE = 0.01;
/** What a count costs that was hidden and that nothing has needed yet. */
const SPARE_PRICE = 0.05;

/** Which counts are hidden, and which small ones could not be kept safe even so. */
export interface Hiding {
	/** 1 for a count that is hidden. */
	isHidden: Uint8Array;
	/** The places of small counts that follow from what everybody knows anyway. */
	exposed: readonly number[];
}

/**
 * Chooses which counts to hide so that every small count may still be anything from 0 to 9, for all that can be known.
 *
 * For each small count it looks for two other tables, whole counts of 0 or more throughout, that agree with the true one
 * in everything that is shown, taken as known exactly, and in which the count is 0 and 9: found step by step as cheapest
 * moves, hiding what has to move. Then it goes through all once more, in reverse, and shows again what nothing needed.
 */
export function hideCounts(model: TableModel): Hiding {
	const isHidden = Uint8Array.from(model.isSmall);
	const exposed: number[] = [];
	for (const part of unlinkedParts(model)) {
		if (!part.isSmall.includes(1)) continue;
		const hiding = hideInPart(part);
		for (const [cell, place] of part.places.entries()) isHidden[place] = hiding.isHidden[cell]!;
		for (const cell of hiding.exposed) exposed.push(part.places[cell]!);
	}
	return { isHidden, exposed };
}

function hideInPart(part: TablePart): Hiding {
	const graph = sumGraph(part.counts.length, part.relations);
	const small = [...part.isSmall.keys()].filter((cell) => part.isSmall[cell]);
	const importance = pricesOf(part);
	const staysHidden = stillNeeded(part);
	const atFirst = Uint8Array.from(part.isSmall, (one, cell) =>
		Number(one || !part.isOpen[cell] || staysHidden[cell]),
	);
	const { isHidden } = protectAll(part, graph, small, importance, atFirst);
	const again = importance.map((price, cell) => (isHidden[cell] ? SPARE_PRICE * price : price));
	return protectAll(part, graph, small.toReversed(), again, atFirst);
}

/**
 * What an earlier version hid and a sum, or a chain of sums among what it hid, ties to a count that is small now. Shown
 * now, it would tell readers of both versions what it protected then. What one version hid and another showed passes
 * this on too: in the version that hid it, it may have been another number.
 */
function stillNeeded({ relations, isSmall, isFixed, wasHidden }: TablePart): Uint8Array {
	const isTied = Uint8Array.from(isSmall);
	for (let changed = true; changed;) {
		changed = false;
		for (const { total, parts } of relations) {
			const all = [total, ...parts];
			if (!all.some((cell) => isTied[cell])) continue;
			for (const cell of all) {
				if (!wasHidden[cell] || isTied[cell]) continue;
				isTied[cell] = 1;
				changed = true;
			}
		}
	}
	return isTied.map((one, cell) => Number(one && (!isFixed[cell] || isSmall[cell])));
}

/** Makes sure of each small count in turn; gives all that is then hidden. */
function protectAll(
	part: TablePart,
	graph: SumGraph,
	small: readonly number[],
	importance: Float64Array,
	atFirst: Uint8Array,
): Hiding {
	const isHidden = atFirst.slice();
	const exposed: number[] = [];
	const price = importance.map((own, cell) =>
		isHidden[cell] && own !== Infinity ? HIDDEN_PRICE : own,
	);
	const values = Int32Array.from(part.counts, ({ count }) => count);
	const none = new Int32Array(values.length);
	const endless = none.map(() => UNBOUNDED);
	// Rather so that it holds for who knows which hidden counts are small ones; else for who does not.
	const views = [
		{ lowest: smallestOf(part), highest: endless.map((_, cell) => (part.isSmall[cell] ? LARGEST_HIDDEN_COUNT : UNBOUNDED)) }, // prettier-ignore
		{ lowest: none, highest: endless },
	];
	const hide = (cells: Iterable<number>) => {
		for (const cell of cells) {
			isHidden[cell] = 1;
			price[cell] = HIDDEN_PRICE;
		}
	};
	for (const cell of small) {
		const moved = firstOf(views, (view) => otherTables({ graph, values, price, ...view }, cell));
		if (moved) hide(moved);
		else {
			// Everything that is not known anyway; then there is nothing left to reckon with.
			hide([...price.keys()].filter((one) => price[one] !== Infinity));
			if (!otherTables({ graph, values, price, ...views[1]! }, cell)) exposed.push(cell);
		}
	}
	return { isHidden, exposed };
}

function firstOf<In, Out>(list: readonly In[], wanted: (one: In) => Out | null): Out | null {
	for (const one of list) {
		const found = wanted(one);
		if (found !== null) return found;
	}
	return null;
}

/**
 * The counts that have to move so that a small one may be 0 and may be 9; null when that cannot be. The state is left as
 * it was, but for prices.
 */
function otherTables(state: MoveState, cell: number): ReadonlySet<number> | null {
	const moved = new Set<number>();
	for (const target of [LARGEST_HIDDEN_COUNT, 0]) {
		const trial = { ...state, values: state.values.slice(), price: state.price.slice() };
		for (const one of moved) trial.price[one] = HIDDEN_PRICE;
		if (!bringTo(trial, cell, target, moved)) return null;
	}
	return moved;
}

/** Moves a count to a value, others with it; adds those to `moved`. False when there is no way. */
function bringTo(state: MoveState, cell: number, target: number, moved: Set<number>): boolean {
	while (state.values[cell] !== target) {
		const left = Math.abs(target - state.values[cell]!);
		const sign = Math.sign(target - state.values[cell]!);
		const amounts = [...new Set([left, 1])];
		// In a network the first search finds what there is.
		const searches = state.graph.isNetwork ? [cheapestCircuit] : [cheapestCircuit, cheapTree];
		const move = firstOf(searches, (search) =>
			firstOf(amounts, (least) => {
				const found = search(state, cell, sign, least);
				return found && timesPossible(state, found, left) > 0 ? found : null;
			}),
		);
		if (!move) return false;
		makeMove(state, move, timesPossible(state, move, left));
		for (const one of move.keys()) {
			moved.add(one);
			state.price[one] = HIDDEN_PRICE;
		}
	}
	return true;
}

/** The smallest that a count can be for who knows which are small: 0 for these, 10 for other sensitive ones. */
function smallestOf({ counts, isSmall }: TablePart): Int32Array {
	return Int32Array.from(counts, ({ isSensitive }, cell) =>
		isSensitive && !isSmall[cell] ? LARGEST_HIDDEN_COUNT + 1 : 0,
	);
}

/**
 * What hiding each count costs: its importance, or by default 1 for a count that is no sum and 3 more for each level
 * below it. Never its value: a choice that goes by the value of what is hidden tells about that value (Wong, Fu, Wang &
 * Pei, Minimality attack in privacy preserving data publishing, VLDB 2007).
 */
function pricesOf({ counts, relations, isFixed }: TablePart): Float64Array {
	const level = new Int32Array(counts.length);
	for (let changed = true, round = 0; changed && round < counts.length; round += 1) {
		changed = false;
		for (const { total, parts } of relations) {
			const above = parts.reduce((highest, part) => Math.max(highest, level[part]! + 1), 0);
			if (above <= level[total]!) continue;
			level[total] = above;
			changed = true;
		}
	}
	return Float64Array.from(counts, ({ importance }, cell) =>
		isFixed[cell] ? Infinity : (importance ?? 1 + 3 * level[cell]!),
	);
}
