import { comparableAsked } from '#features/figures/comparable-address.ts';
import { comparableTable } from '#features/figures/comparable-table.ts';
import { listComparable } from '#features/figures/comparing.queries.server.ts';
import { fileAsked } from '#features/figures/file-asked.ts';
import { figureFile } from '#features/figures/figure-download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const asked = comparableAsked(url.searchParams);
	const like = await locals.ask(listComparable, { code: params.code, ...asked });
	const table = comparableTable(like, locals.language);
	return figureFile(table, fileAsked(url, locals.language, ['lijkt-op', params.code]));
};
