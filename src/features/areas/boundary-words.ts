import { boundaryTexts } from '#locales/boundaries.ts';
import type { Language } from '#locales/messages.ts';
import { formatNumber } from '#ui/format.ts';
import type { BoundaryNote, BoundaryProblem } from './boundary-problem.ts';

/** What is wrong, in sentences: the first says what and what to do, the others where. */
export function boundaryWords(problem: BoundaryProblem, language: Language): string[] {
	const t = boundaryTexts[language];
	const number = (value: number) => formatNumber(value, language, 0);
	switch (problem.code) {
		case 'broken_off':
			return [t.problems.broken_off(number(problem.after))];
		case 'feature_too_large':
			return [t.problems.feature_too_large(number(problem.row))];
		case 'too_many_points':
			return [t.problems.too_many_points(number(problem.limit))];
		case 'no_codes':
			return [t.problems.no_codes(problem.properties.join(', '))];
		case 'outside':
			return [t.problems.outside(number(problem.row), `${problem.x}, ${problem.y}`)];
		case 'swapped':
			return [t.problems.swapped(number(problem.row))];
		case 'no_code_columns':
			return [t.problems.no_code_columns(problem.columns.join(', '))];
		case 'fetching':
			return [t.fetching(problem.host, fetchWords(problem.problem, language))];
		case 'wrong_changes':
			return changeWords(problem, language);
		default:
			return [t.problems[problem.code]];
	}
}

/** What was left out of what was read. */
export function boundaryNoteWords(note: BoundaryNote, language: Language): string {
	const t = boundaryTexts[language];
	return note.code === 'unusable'
		? t.unusable(note.areas.join(', '))
		: t.withoutCode(formatNumber(note.count, language, 0));
}

function fetchWords(problem: string, language: Language): string {
	const { fetchProblems } = boundaryTexts[language];
	const known: Readonly<Record<string, string>> = fetchProblems;
	return known[problem] ?? fetchProblems.other;
}

function changeWords(
	{ rows, total }: Extract<BoundaryProblem, { code: 'wrong_changes' }>,
	language: Language,
): string[] {
	const { problems: t, rowProblems } = boundaryTexts[language];
	const number = (value: number) => formatNumber(value, language, 0);
	return [
		t.wrong_changes(number(total)),
		...rows.map(({ row, problem, text }) => t.row(number(row), rowProblems[problem](text))),
		...(total > rows.length ? [t.moreRows(number(total - rows.length))] : []),
	];
}
