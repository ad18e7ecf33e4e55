import { Failure } from '#kernel/failure.ts';
import { FetchError, type FetchProblem } from '#server/fetching/fetch-error.ts';
import { FigureFileError, type FileProblem } from './file-error.ts';
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
	| { code: 'figures.files_gone' }
	/** A source could not be asked, or stopped answering; `host` is where. */
	| { code: 'figures.fetch_failed'; problem: FetchProblem; host: string; status: number | null };

/** What is wrong, and in which file; '' when it is about all of them together. */
export interface ImportProblem {
	file: string;
	problem: FileProblem | SetProblem;
}

/** The whole import is refused; `data` says why. */
export function importRefused(file: string, problem: ImportProblem['problem']): Failure {
	return new Failure('figures.import_refused', 422, { data: { file, problem } });
}

/**
 * What was wrong with an import, out of the failure of `importRefused` or the error of a reader or a source; null for
 * another failure.
 */
export function importProblemOf(error: unknown): ImportProblem | null {
	if (error instanceof FigureFileError) return { file: '', problem: error.problem };
	if (error instanceof FetchError) {
		const { problem, host, status } = error;
		return { file: '', problem: { code: 'figures.fetch_failed', problem, host, status } };
	}
	if (!(error instanceof Failure) || error.code !== 'figures.import_refused') return null;
	return error.data as ImportProblem;
}
