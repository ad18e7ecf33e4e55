/** What is known of some numbers, all of them 0 or more: sums that hold exactly, and how large each can be at most. */
export interface LinearSystem {
	/** How many unknown numbers there are. */
	unknowns: number;
	/** Each row: coefficient by unknown, and what they add up to. */
	rows: readonly { coefficients: ReadonlyMap<number, number>; sum: number }[];
	/** By unknown; Infinity when nothing is known. */
	highest: readonly number[];
}

/** Smaller than this is nothing, in sums of whole numbers of the size of a municipality. */
const TINY = 1e-7;

/**
 * The smallest and the largest value that each wanted unknown can have, fractions allowed; null when nothing satisfies
 * the system. Infinity when there is no largest.
 *
 * The simplex method on a dense tableau in two phases, with Bland's rule against going round in circles (R. Bland, New
 * finite pivoting rules for the simplex method, Mathematics of Operations Research 2 (1977) 103–107). Meant for small
 * systems, up to some hundreds of unknowns.
 */
export function linearExtremes(
	{ unknowns, rows, highest }: LinearSystem,
	wanted: readonly number[],
): { lowest: number; highest: number }[] | null {
	const bounded = [...highest.keys()].filter((unknown) => highest[unknown] !== Infinity);
	const tableau = new Tableau(unknowns + bounded.length, rows.length + bounded.length);
	for (const [row, { coefficients, sum }] of rows.entries()) tableau.fill(row, coefficients, sum);
	for (const [index, unknown] of bounded.entries()) {
		const slack = unknowns + index;
		tableau.fill(rows.length + index, new Map([[unknown, 1], [slack, 1]]), highest[unknown]!); // prettier-ignore
	}
	if (!tableau.findStart()) return null;
	return wanted.map((unknown) => ({
		lowest: -tableau.largest(unknown, -1),
		highest: tableau.largest(unknown, 1),
	}));
}

/** Equations in numbers of 0 or more, kept solved for a changing set of them (the basis). */
class Tableau {
	private readonly columns: number;
	private readonly rows: Float64Array[];
	/** For each row the column it is solved for; from `columns` on these are stand-ins for what is not solved yet. */
	private readonly basis: number[];

	constructor(columns: number, rows: number) {
		this.columns = columns;
		this.rows = Array.from({ length: rows }, () => new Float64Array(columns + rows + 1));
		this.basis = this.rows.map((_, row) => columns + row);
	}

	fill(row: number, coefficients: ReadonlyMap<number, number>, sum: number): void {
		const values = this.rows[row]!;
		const sign = sum < 0 ? -1 : 1;
		for (const [column, coefficient] of coefficients) values[column] = sign * coefficient;
		values[this.columns + row] = 1;
		values[values.length - 1] = sign * sum;
	}

	/** Finds a solution to begin from; false when there is none. */
	findStart(): boolean {
		const goal = new Float64Array(this.columns + this.rows.length + 1);
		goal.fill(-1, this.columns, this.columns + this.rows.length);
		if (this.improve(goal, this.columns + this.rows.length) < -TINY) return false;
		this.dropStandIns();
		return true;
	}

	/** The largest value of sign × an unknown. */
	largest(unknown: number, sign: number): number {
		const goal = new Float64Array(this.columns + this.rows.length + 1);
		goal[unknown] = sign;
		return this.improve(goal, this.columns);
	}

	/** Solves rows that are still solved for a stand-in for something else; rows that say nothing new go. */
	private dropStandIns(): void {
		for (let row = this.rows.length - 1; row >= 0; row -= 1) {
			if (this.basis[row]! < this.columns) continue;
			const values = this.rows[row]!;
			const column = values.findIndex((value, at) => at < this.columns && Math.abs(value) > TINY);
			if (column >= 0) this.solve(row, column);
			else {
				// What it says follows from the others. Its place is kept, so that columns keep theirs.
				values.fill(0);
			}
		}
	}

	/** Raises a goal as far as it goes, entering columns under `usable`; gives how far that is. */
	private improve(goal: Float64Array, usable: number): number {
		const last = goal.length - 1;
		for (const [row, column] of this.basis.entries()) subtract(goal, this.rows[row]!, column);
		for (;;) {
			const entering = goal.findIndex((value, column) => column < usable && value > TINY);
			if (entering < 0) return -goal[last]!;
			const leaving = this.leaving(entering);
			if (leaving < 0) return Infinity;
			this.solve(leaving, entering);
			subtract(goal, this.rows[leaving]!, entering);
		}
	}

	private leaving(entering: number): number {
		let best = -1;
		let smallest = Infinity;
		for (const [row, values] of this.rows.entries()) {
			if (values[entering]! <= TINY) continue;
			const ratio = values[values.length - 1]! / values[entering]!;
			const isTie = Math.abs(ratio - smallest) <= TINY;
			if (isTie ? this.basis[row]! < this.basis[best]! : ratio < smallest) {
				best = row;
				smallest = isTie ? Math.min(ratio, smallest) : ratio;
			}
		}
		return best;
	}

	private solve(row: number, column: number): void {
		const values = this.rows[row]!;
		const pivot = values[column]!;
		for (let at = 0; at < values.length; at += 1) values[at]! /= pivot;
		for (const other of this.rows) if (other !== values) subtract(other, values, column);
		this.basis[row] = column;
	}
}

/** Subtracts a row as many times as makes a column 0. */
function subtract(target: Float64Array, row: Float64Array, column: number): void {
	const times = target[column]!;
	if (times === 0) return;
	for (let at = 0; at < target.length; at += 1) target[at]! -= times * row[at]!;
	target[column] = 0;
}
