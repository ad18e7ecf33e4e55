/** What can be wrong with a line of a file. `row` counts lines as a spreadsheet does: the header is 1. */
export type RowProblem =
	| { kind: 'too-few-columns'; row: number; found: number; expected: number }
	| { kind: 'too-many-columns'; row: number; found: number; expected: number }
	| { kind: 'unknown-area-code'; row: number; text: string }
	| { kind: 'not-a-number'; row: number; column: string; text: string }
	| { kind: 'area-twice'; row: number; firstRow: number; code: string };

/** Why a file of figures could not be read, with what a message needs to say. */
export type FileProblem =
	| { code: 'figures.truncated_gzip' }
	| { code: 'figures.broken_gzip' }
	/** `limit` in bytes, unpacked. */
	| { code: 'figures.unpacked_too_large'; limit: number }
	| { code: 'figures.not_text'; byte: number }
	| { code: 'figures.not_json'; detail: string }
	| { code: 'figures.line_too_long'; row: number; limit: number }
	| { code: 'figures.empty_file' }
	/**
	 * `missing` are those of `expected` that are not there; `unexpected` are columns that make it another
	 * table (a second dimension, such as an age); all by name without number.
	 */
	| { code: 'figures.wrong_columns'; expected: string[]; missing: string[]; unexpected: string[] }
	/** One figure was given twice, with different numbers. */
	| { code: 'figures.contradiction'; area: string; series: string }
	/** `problems` are the first ones (at most `PROBLEMS_KEPT`), `total` counts all of them. */
	| { code: 'figures.wrong_rows'; problems: RowProblem[]; total: number };

/** How many problems of lines are kept to be shown; all are counted. */
export const PROBLEMS_KEPT = 50;

/** Thrown by the readers: the whole file is refused. The data are in `problem`. */
export class FigureFileError extends Error {
	override readonly name = 'FigureFileError';
	readonly problem: FileProblem;

	constructor(problem: FileProblem, options?: ErrorOptions) {
		super(problem.code, options);
		this.problem = problem;
	}
}

/** Collects the problems of lines, so that a user sees them together and not one per attempt. */
export class RowProblems {
	private readonly kept: RowProblem[] = [];
	private total = 0;

	get any(): boolean {
		return this.total > 0;
	}

	add(problem: RowProblem): void {
		this.total += 1;
		if (this.kept.length < PROBLEMS_KEPT) this.kept.push(problem);
	}

	/** Throws when there was any. */
	throwIfAny(): void {
		if (this.total === 0) return;
		throw new FigureFileError({
			code: 'figures.wrong_rows',
			problems: this.kept,
			total: this.total,
		});
	}
}
