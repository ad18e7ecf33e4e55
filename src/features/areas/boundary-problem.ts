/** Why boundaries or changes of codes could not be read, with what a sentence needs to say. */
export type BoundaryProblem =
	| { code: 'files_gone' }
	/** No JSON at all: a web page, a packed file, a shapefile. */
	| { code: 'not_json' }
	/** JSON without a list of features. */
	| { code: 'no_features' }
	/** It ends, or is no JSON any more, after so many features. */
	| { code: 'broken_off'; after: number }
	| { code: 'feature_too_large'; row: number; limit: number }
	/** More points than are worked through. */
	| { code: 'too_many_points'; limit: number }
	| { code: 'too_much_work' }
	/** None of the properties holds a code of CBS; `properties` are the first names that are there. */
	| { code: 'no_codes'; properties: string[] }
	/** A position that is not in the Netherlands, as it stands in the file. */
	| { code: 'outside'; row: number; x: number; y: number }
	/** The same, with latitude where longitude should be. */
	| { code: 'swapped'; row: number }
	| { code: 'no_year' }
	| { code: 'nothing_usable' }
	/** Fetching stopped: why (see `FetchError`), and from where. */
	| { code: 'fetching'; problem: string; host: string }
	/** A table without the columns for the old and the new code; `columns` are those that are there. */
	| { code: 'no_code_columns'; columns: string[] }
	/** What is wrong in rows of a table with changes of codes. */
	| { code: 'wrong_changes'; rows: ChangeRowProblem[]; total: number };

export interface ChangeRowProblem {
	/** As a spreadsheet counts: the header is 1. */
	row: number;
	problem: 'not_a_code' | 'other_level' | 'not_a_year' | 'not_a_share' | 'twice' | 'too_much';
	text: string;
}

/** Something that was left out of what was read, and does not stop it. */
export type BoundaryNote =
	/** Areas without a shape that can be drawn. */
	| { code: 'unusable'; areas: string[] }
	/** Features with a code that is none of CBS, or none at all. */
	| { code: 'without_code'; count: number };

/** Thrown while reading; nothing is stored. */
export class BoundaryError extends Error {
	override readonly name = 'BoundaryError';
	readonly problem: BoundaryProblem;

	constructor(problem: BoundaryProblem, options?: ErrorOptions) {
		super(problem.code, options);
		this.problem = problem;
	}
}
