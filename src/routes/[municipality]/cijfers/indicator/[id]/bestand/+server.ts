import { fileAsked } from '#features/figures/file-asked.ts';
import { figureFile } from '#features/figures/figure-download.ts';
import { indicatorAsked } from '#features/figures/indicator-address.ts';
import { courseTable, rankingTable } from '#features/figures/indicator-table.ts';
import { showIndicator } from '#features/figures/indicator.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const page = await locals.ask(showIndicator, indicatorAsked(params.id, url.searchParams));
	if (!page.series) error(404, explain(notFound(), locals.language), { code: 'not_found' });
	const isCourse = url.searchParams.get('tabel') === 'verloop';
	const make = isCourse ? courseTable : rankingTable;
	const parts = [params.id, page.series.period, isCourse ? 'verloop' : 'volgorde'];
	return figureFile(
		make(page, page.series, locals.language),
		fileAsked(url, locals.language, parts),
	);
};
