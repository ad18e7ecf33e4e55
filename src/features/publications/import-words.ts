import { importTexts } from '#locales/figure-import.ts';
import type { Language } from '#locales/messages.ts';
import { formatList, formatNumber } from '#ui/format.ts';
import type { RowProblem } from './file-error.ts';
import type { ImportProblem } from './import-problem.ts';

/** What is wrong with an import, in sentences: the first says what and what to do, the others where. */
export function importWords({ file, problem }: ImportProblem, language: Language): string[] {
	const t = importTexts[language];
	const [first, ...rest] = problemWords(problem, language);
	return [[file && t.inFile(file), first].filter(Boolean).join(' '), ...rest];
}

/** Bytes in the unit that people use for files: `1,0 MB`. */
export function megabytes(bytes: number, language: Language): string {
	return `${formatNumber(bytes / 1024 / 1024, language, 1)} MB`;
}

function problemWords(problem: ImportProblem['problem'], language: Language): string[] {
	const t = importTexts[language].problems;
	switch (problem.code) {
		case 'figures.not_text':
			return [t.not_text(problem.byte)];
		case 'figures.not_json':
			return [t.not_json(problem.detail)];
		case 'figures.line_too_long':
			return [t.line_too_long(problem.row)];
		case 'figures.fetch_failed':
			return [importTexts[language].fetched[problem.problem](problem.host)];
		case 'figures.contradiction':
			return [t.contradiction(problem.area, problem.series)];
		case 'figures.wrong_columns':
			return [columnWords(problem, language)];
		case 'figures.wrong_rows':
			return rowWords(problem, language);
		case 'figures.unrecognised':
			return [unrecognised(problem, language)];
		case 'figures.several_tables':
			return [t.several_tables(formatList(problem.tables, language))];
		case 'figures.unpacked_too_large':
			return [t.unpacked_too_large(megabytes(problem.limit, language))];
		case 'figures.json_too_large':
			return [t.json_too_large(megabytes(problem.limit, language))];
		default:
			return [t[keyOf(problem.code)]];
	}
}

/** The rest needs no particulars: the code without what stands before it. */
function keyOf<const Code extends string>(code: `figures.${Code}`): Code {
	return code.slice('figures.'.length) as Code;
}

interface Columns {
	missing: readonly string[];
	unexpected: readonly string[];
}

function columnWords({ missing, unexpected }: Columns, language: Language): string {
	const t = importTexts[language].problems;
	return missing.length > 0
		? t.wrong_columns(formatList(missing, language))
		: t.second_dimension(formatList(unexpected, language));
}

function unrecognised(problem: Columns & { reason: string }, language: Language): string {
	const t = importTexts[language].problems;
	switch (problem.reason) {
		case 'empty':
			return t.empty;
		case 'web-page':
			return t.web_page;
		case 'zip':
			return t.zip;
		case 'broken-gzip':
			return t.broken_gzip;
		case 'other-json':
			return t.other_json;
		case 'other-columns':
			return columnWords(problem, language);
		default:
			return t.unknown;
	}
}

function rowWords(
	{ problems, total }: { problems: RowProblem[]; total: number },
	language: Language,
): string[] {
	const t = importTexts[language].problems;
	const number = (value: number) => formatNumber(value, language, 0);
	const more = total - problems.length;
	return [
		total === 1 ? t.wrong_row : t.wrong_rows(number(total)),
		...problems.map((problem) => oneRow(problem, language)),
		...(more > 0 ? [t.and_more(number(more))] : []),
	];
}

function oneRow(problem: RowProblem, language: Language): string {
	const t = importTexts[language].rows;
	const { row } = problem;
	switch (problem.kind) {
		case 'unknown-area-code':
			return t['unknown-area-code'](row, shortened(problem.text));
		case 'not-a-number':
			return t['not-a-number'](row, problem.column, shortened(problem.text));
		case 'area-twice':
			return t['area-twice'](row, problem.code, problem.firstRow);
		default:
			return t[problem.kind](row, problem.found, problem.expected);
	}
}

function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
