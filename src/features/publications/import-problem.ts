import { Failure } from '#kernel/failure.ts';
import type { FileProblem } from './file-error.ts';
import type { RecognitionReason } from './recognise.ts';

/** Why a set of files cannot be imported, beside what is wrong inside a file. */
type SetProblem =
	/** The content is of no kind that is read here. */
	| {
			code: 'figures.unrecognised';
			reason: RecognitionReason;
			missing: readonly string[];
			unexpected: readonly string[];
	  }
	/** Files about figures, but none with figures. */
	| { code: 'figures.no_data' }
	/** A CSV together with other data, or two CSVs: two tables, or one table twice. */
	| { code: 'figures.several_tables'; tables: readonly string[] }
	| { code: 'figures.year_unknown' }
	| { code: 'figures.table_unknown' }
	/** JSON is read as a whole; larger files come as CSV. */
	| { code: 'figures.json_too_large'; limit: number }
	| { code: 'figures.files_gone' };

/** What is wrong, and in which file; '' when it is about all of them together. */
export interface ImportProblem {
	file: string;
	problem: FileProblem | SetProblem;
}

/** The whole import is refused; `data` says why. */
export function importRefused(file: string, problem: ImportProblem['problem']): Failure {
	return new Failure('figures.import_refused', 422, { data: { file, problem } });
}

/** What was wrong with an import, out of the failure of `importRefused`; null for another failure. */
export function importProblemOf(error: unknown): ImportProblem | null {
	if (!(error instanceof Failure) || error.code !== 'figures.import_refused') return null;
	return error.data as ImportProblem;
}
