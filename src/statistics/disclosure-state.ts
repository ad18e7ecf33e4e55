import type { SumGraph } from './disclosure-sums.ts';

/**
 * Where a search for another table with the same sums stands: what every count is in that other table, how far it may
 * go, and what it costs to let it move.
 */
export interface MoveState {
	graph: SumGraph;
	/** What each count is in the other table; starts as the true one. */
	values: Int32Array;
	/** Between which values an attacker must think each count possible. */
	lowest: Int32Array;
	highest: Int32Array;
	/** What it costs to let a count move: almost nothing when it is hidden already, Infinity when everybody knows it. */
	price: Float64Array;
}

/** A change to counts that leaves every sum as it is: how much each goes up or down. */
export type Move = ReadonlyMap<number, number>;

/** A count above all others. */
export const UNBOUNDED = 2_000_000_000;

/** How much room a count has to go up (sign 1) or down (sign −1). */
export function room({ values, lowest, highest }: MoveState, cell: number, sign: number): number {
	return sign > 0 ? highest[cell]! - values[cell]! : values[cell]! - lowest[cell]!;
}

/** How many times a move can be made, at most `wanted` times. */
export function timesPossible(state: MoveState, move: Move, wanted: number): number {
	let times = wanted;
	for (const [cell, change] of move)
		times = Math.min(times, Math.floor(room(state, cell, change) / Math.abs(change)));
	return times;
}

/** Makes a move a number of times. */
export function makeMove({ values }: MoveState, move: Move, times: number): void {
	for (const [cell, change] of move) values[cell] = values[cell]! + change * times;
}
