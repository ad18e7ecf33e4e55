import { failureTexts, fieldTexts } from '#locales/failures.ts';
import type { Language } from '#locales/messages.ts';
import type { Failure, FieldProblem } from './failure.ts';

/** A problem of one field as a sentence beside it. */
export interface Explained {
	path: string;
	/** The name of the problem. */
	code?: string;
	message: string;
}

/** The failure as one sentence in the reader's language. */
export function explain(failure: Failure, language: Language): string {
	return failureTexts[language][failure.code];
}

/** Each problem as a sentence in the reader's language. */
export function explainProblems(problems: FieldProblem[], language: Language): Explained[] {
	return problems.map(({ path, code, params }) => ({
		path,
		code,
		message: fieldTexts[language][code](params ?? {}),
	}));
}
