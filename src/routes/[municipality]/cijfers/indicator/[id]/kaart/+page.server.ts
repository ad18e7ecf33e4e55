import { error } from '@sveltejs/kit';
import { indicatorAsked } from '#features/figures/indicator-address.ts';
import { mapAsked } from '#features/figures/indicator-map-asked.ts';
import { showIndicatorMap } from '#features/figures/indicator-map.queries.server.ts';
import { showIndicator } from '#features/figures/indicator.queries.server.ts';
import { areaMapTexts } from '#locales/area-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { series, area, ...page } = await locals.ask(
		showIndicator,
		indicatorAsked(params.id, url.searchParams),
	);
	const wanted = mapAsked({ ...page, series, area });
	const texts = areaMapTexts[locals.language];
	if (wanted === 'too_many') error(404, texts.tooMany);
	if (wanted === null || !series || !area) error(404, texts.noBoundaries);
	const map = await locals.ask(showIndicatorMap, wanted);
	return { key: params.id, series, area, map };
};
