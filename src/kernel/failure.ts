import type { FailureCode, FieldCode } from '#locales/failures.ts';

/** One thing that is wrong with what was handed in. */
export interface FieldProblem {
	/** Where: the name of the field, nested with dots (`means.0.amount`). */
	path: string;
	code: FieldCode;
	params?: Record<string, string | number>;
}

export interface FailureOptions {
	params?: Record<string, string | number>;
	problems?: FieldProblem[];
	/** What the one who asked needs to go on, for example the text that somebody else wrote meanwhile. */
	data?: unknown;
}

/** A failure that is expected and has a name; there is one renderer for people and one for programs. */
export class Failure extends Error {
	readonly code: FailureCode;
	readonly status: number;
	readonly params: Record<string, string | number>;
	readonly problems: FieldProblem[];
	readonly data: unknown;

	constructor(code: FailureCode, status: number, options: FailureOptions = {}) {
		super(code);
		this.name = 'Failure';
		this.code = code;
		this.status = status;
		this.params = options.params ?? {};
		this.problems = options.problems ?? [];
		this.data = options.data;
	}
}

/** The input is wrong: every problem at once. */
export function invalid(problems: FieldProblem[]): Failure {
	return new Failure('input.invalid', 400, { problems });
}

/** One field is wrong for a reason that only the database knows. */
export function invalidField(
	path: string,
	code: FieldCode,
	params?: FieldProblem['params'],
): Failure {
	return invalid([{ path, code, params }]);
}

/** There is nothing of that name, or not for this reader: the two are not told apart. */
export function notFound(code: FailureCode = 'not_found'): Failure {
	return new Failure(code, 404);
}

/** Somebody changed it since the writer read it; `current` is what stands there now. */
export function changedMeanwhile(current: unknown): Failure {
	return new Failure('changed_meanwhile', 409, { data: { current } });
}
