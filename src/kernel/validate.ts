import * as v from 'valibot';
import { fieldTexts, type FieldCode } from '#locales/failures.ts';
import { invalid, type FieldProblem } from './failure.ts';

/** Any valibot schema that gives an object. */
export type InputSchema = v.GenericSchema<unknown, unknown>;

/**
 * Reads what was handed in by a schema. Gives the typed value, or throws `input.invalid` with every problem at once.
 * A schema names its problems with the codes of `fieldTexts`; what it leaves unnamed is told by the kind of check.
 */
export function validate<const S extends InputSchema>(schema: S, input: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, input);
	if (!result.success) throw invalid(eachOnce(result.issues.map(toProblem)));
	const paths = unstorable(result.output);
	if (paths.length > 0) throw invalid(paths.map((path) => ({ path, code: 'invalid' })));
	return result.output;
}

/** Two checks of a field may say the same: whoever typed it hears it once. */
function eachOnce(problems: FieldProblem[]): FieldProblem[] {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Where a text stands that PostgreSQL cannot keep: one with a zero character, or with half a character (a lone surrogate). */
function unstorable(value: unknown, path = ''): string[] {
	if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const place = path === '' ? name : `${path}.${name}`;
		return [...unstorable(name, place), ...unstorable(inner, place)];
	});
}

function toProblem(issue: v.BaseIssue<unknown>): FieldProblem {
	const path = issue.path?.map((item) => String(item.key)).join('.') ?? '';
	const limit = issue.requirement;
	// A check that found something says what, after a colon (`identifies_person:email`).
	const [message = '', what] = issue.message.split(':');
	const code = toCode(issue, message);
	if (what) return { path, code, params: { what } };
	return typeof limit === 'number' ? { path, code, params: { limit } } : { path, code };
}

const codeByCheck: Record<string, FieldCode> = {
	non_empty: 'required',
	max_length: 'too_long',
	min_length: 'too_short',
	max_value: 'too_high',
	min_value: 'too_low',
	number: 'not_a_number',
	picklist: 'choose',
	email: 'not_an_email',
};

function toCode(issue: v.BaseIssue<unknown>, message: string): FieldCode {
	if (message in fieldTexts.nl) return message as FieldCode;
	const absent = issue.input === undefined || issue.input === null || issue.input === '';
	if (issue.type === 'picklist') return 'choose';
	if (absent) return 'required';
	return codeByCheck[issue.type] ?? 'invalid';
}
