import { ownImportCheck } from '#features/publications/own-import.queries.server.ts';
import { ownCheckTexts } from '#locales/own-figures-check.ts';
import { download } from '#server/http/download.ts';
import { writeCsv } from '#server/spreadsheets/csv.ts';
import type { RequestHandler } from './$types';

/** Every problem of an own file as CSV, to mend the file by. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const c = ownCheckTexts[locals.language];
	const { problems } = await locals.ask(ownImportCheck, { ownImportId: params.id });
	const rows = problems.map(({ row, column, text, kind, firstRow }) => [
		String(row),
		column,
		text,
		[c.problems[kind], firstRow ? c.firstRow(firstRow) : ''].join(' ').trim(),
	]);
	const header = [c.problemRow, c.problemColumn, c.problemText, c.problemWhat];
	return download({ kind: 'csv', bytes: writeCsv([header, ...rows]), name: 'fouten' });
};
