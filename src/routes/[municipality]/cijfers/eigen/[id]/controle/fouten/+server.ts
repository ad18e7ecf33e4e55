import { ownImportCheck } from '#features/publications/own-import.queries.server.ts';
import { ownFigureTexts } from '#locales/own-figures.ts';
import { download } from '#server/http/download.ts';
import { writeCsv } from '#server/spreadsheets/csv.ts';
import type { RequestHandler } from './$types';

/** Every problem of an own file as CSV, to mend the file by. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const t = ownFigureTexts[locals.language];
	const { problems } = await locals.ask(ownImportCheck, { ownImportId: params.id });
	const rows = problems.map(({ row, column, text, kind, firstRow }) => [
		String(row),
		column,
		text,
		[t.problems[kind], firstRow ? t.firstRow(firstRow) : ''].join(' ').trim(),
	]);
	const header = [t.problemRow, t.problemColumn, t.problemText, t.problemWhat];
	return download({ kind: 'csv', bytes: writeCsv([header, ...rows]), name: 'fouten' });
};
