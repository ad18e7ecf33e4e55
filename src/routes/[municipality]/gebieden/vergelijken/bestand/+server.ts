import { comparedTable } from '#features/figures/compare-view.ts';
import { showCompared } from '#features/figures/comparing.queries.server.ts';
import { fileAsked } from '#features/figures/file-asked.ts';
import { figureFile } from '#features/figures/figure-download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const codes = url.searchParams.getAll('gebied');
	const compared = await locals.ask(showCompared, { codes });
	const withSensitive = url.searchParams.get('gevoelig') === 'ja';
	const table = comparedTable(compared, withSensitive, locals.language);
	return figureFile(table, fileAsked(url, locals.language, ['vergelijking', ...codes]));
};
