import { explain, explainProblems } from './explain.ts';
import type { Failure } from './failure.ts';
import type { Language } from '#locales/messages.ts';

/**
 * An expected failure for programs: RFC 9457 problem details, with every problem of the input at once
 * (NLGov REST API Design Rules 2.1, "problem details").
 */
export function problemBody(
	failure: Failure,
	language: Language,
	instance: string,
): Record<string, unknown> {
	const messages = explainProblems(failure.problems, language);
	const sentence = explain(failure, language);
	return {
		type: `urn:wijkagenda:problem:${failure.code}`,
		title: sentence,
		status: failure.status,
		detail: sentence,
		code: failure.code,
		instance,
		...(failure.problems.length > 0 && {
			errors: failure.problems.map((problem, at) => ({
				in: 'body',
				location: { path: problem.path },
				code: problem.code,
				detail: messages[at]?.message,
			})),
		}),
		...(failure.data !== undefined && { data: failure.data }),
	};
}
